/** The pictures of a run: from files and folders, and larger ones made from them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import type { Pixels } from '../../src/engine/pixels';
import { createRandom } from '../../src/engine/random';
import { decodeImage } from '../../src/images/decode';
import { hasAlpha, kindOf, type Kind } from './benchPicture';

export interface BenchImage {
  name: string;
  kind: Kind;
  megapixels: number;
  hasAlpha: boolean;
  pixels: Pixels;
}

const MAX_MEGAPIXELS = 100;

/** All PNG and JPEG files among `paths` and in the folders among them (and theirs); those that don't decode are told. */
export async function loadImages(paths: readonly string[]): Promise<BenchImage[]> {
  const images: BenchImage[] = [];
  for (const file of paths.flatMap(filesOf)) {
    try {
      const pixels = await decodeImage(readFileSync(file), basename(file), { maxMegapixels: MAX_MEGAPIXELS });
      images.push(benchImage(basename(file), pixels));
    } catch (error) {
      console.error(`Left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return images;
}

export function benchImage(name: string, pixels: Pixels): BenchImage {
  const megapixels = (pixels.width * pixels.height) / 1e6;
  return { name, kind: kindOf(pixels), megapixels, hasAlpha: hasAlpha(pixels), pixels };
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(png|jpe?g)$/i.test(file))
    .sort()
    .map((file) => join(path, file));
}

/** A photograph of about the given size: the smallest that is as large, made smaller, or a mosaic of all. */
export async function photographOfSize(
  images: readonly BenchImage[],
  megapixels: number,
): Promise<BenchImage> {
  const photographs = images.filter((image) => image.kind === 'photographs');
  if (photographs.length === 0) throw new Error('There is no photograph among the pictures.');
  const large = photographs
    .filter((image) => image.megapixels >= 0.9 * megapixels)
    .sort((a, b) => a.megapixels - b.megapixels)[0];
  if (!large) return benchImage(`mosaic of ${megapixels} MP`, mosaic(photographs, megapixels));
  if (large.megapixels <= 1.1 * megapixels) return large;
  const scale = Math.sqrt(megapixels / large.megapixels);
  const width = Math.round(large.pixels.width * scale);
  const { width: fullWidth, height: fullHeight } = large.pixels;
  const { data, info } = await sharp(large.pixels.rgba, {
    raw: { width: fullWidth, height: fullHeight, channels: 4 },
  })
    .resize({ width })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { width: info.width, height: info.height, rgba: new Uint8Array(data) };
  return benchImage(`${large.name}, made ${megapixels} MP`, pixels);
}

/**
 * Copies side by side, each brighter or darker and of another tint, so that there is as much detail and variety
 * of color as in a real picture of that size.
 */
function mosaic(photographs: readonly BenchImage[], megapixels: number): Pixels {
  const width = Math.round(Math.sqrt(1.5e6 * megapixels));
  const height = Math.round((1e6 * megapixels) / width);
  const rgba = new Uint8Array(4 * width * height).fill(255);
  const random = createRandom(1);
  for (let top = 0, tile = 0; top < height;) {
    let rowHeight = height;
    for (let left = 0; left < width; tile++) {
      const { pixels } = photographs[tile % photographs.length]!;
      const gains = [0, 1, 2].map(() => 0.7 + 0.6 * random());
      copyTile(pixels, gains, { rgba, width, height }, left, top);
      left += pixels.width;
      rowHeight = Math.min(rowHeight, pixels.height);
    }
    top += rowHeight;
  }
  return { width, height, rgba };
}

function copyTile(from: Pixels, gains: readonly number[], to: Pixels, left: number, top: number): void {
  const columns = Math.min(from.width, to.width - left);
  const rows = Math.min(from.height, to.height - top);
  for (let y = 0; y < rows; y++) {
    let source = 4 * y * from.width;
    let target = 4 * ((top + y) * to.width + left);
    for (let x = 0; x < columns; x++, source += 4, target += 4) {
      for (let c = 0; c < 3; c++) to.rgba[target + c] = Math.min(255, from.rgba[source + c]! * gains[c]!);
    }
  }
}
