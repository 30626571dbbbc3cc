/**
 * The size of the encoded file before it is encoded: some strips of the picture, remapped and encoded like the
 * file, scaled up to the whole. Small pictures are encoded whole.
 */
import { dither, type DitherOptions } from '../engine/dither';
import type { Pixels } from '../engine/pixels';
import { QuickRemap } from '../engine/quickRemap';
import { remap, type Remapped } from '../engine/remap';
import { runToEnd } from '../engine/steps';
import { workingSpace } from '../engine/workingSpace';
import { encodePng } from '../images/encodePng';

/** Enough for a fair sample by itself; takes about 40 ms. */
export const FAIR_SAMPLE = 1 << 18;
/** Enough where only the ratio to another estimate of the same picture counts; about 5 ms. */
export const SMALL_SAMPLE = 1 << 16;

/** Rows of a strip: fewer would hide from the encoder how alike neighboring rows are. */
const STRIP_ROWS = 8;
/** From so many places at least, though strips then do not reach across a wide picture. */
const LEAST_STRIPS = 8;
/** Where strips are narrower than the picture they begin here and there: multiples of it spread evenly. */
const GOLDEN_RATIO = 0.618034;

/** Bytes. `palette`: RGBA, `4 · colors` bytes; `sampledPixels`: about so many are encoded. */
export function sizeEstimate(
  pixels: Pixels,
  palette: Uint8Array,
  options: DitherOptions,
  sampledPixels: number,
): number {
  const sample = sampleOf(pixels, sampledPixels);
  const encoded = encodePng(reduced(sample, palette, options)).byteLength;
  const overhead = Math.min(encoded, 60 + palette.length);
  const share = (sample.width * sample.height) / (pixels.width * pixels.height);
  return overhead + (encoded - overhead) / share;
}

function sampleOf({ width, height, rgba }: Pixels, sampledPixels: number): Pixels {
  const rows = Math.min(STRIP_ROWS, height);
  const columns = Math.min(width, Math.floor(sampledPixels / (rows * LEAST_STRIPS)));
  const strips = Math.max(1, Math.floor(Math.min(height, sampledPixels / columns) / rows));
  const sample = new Uint8Array(4 * strips * rows * columns);
  for (let strip = 0, at = 0; strip < strips; strip++) {
    const top = Math.floor((strip + 0.5) * (height / strips) - rows / 2);
    const left = Math.floor((width - columns) * ((strip * GOLDEN_RATIO) % 1));
    for (let row = 0; row < rows; row++, at += 4 * columns) {
      const from = 4 * ((top + row) * width + left);
      sample.set(rgba.subarray(from, from + 4 * columns), at);
    }
  }
  return { width: columns, height: strips * rows, rgba: sample };
}

/** A dithered picture compresses far worse, so the sample is dithered as the picture will be. */
function reduced(sample: Pixels, palette: Uint8Array, options: DitherOptions): Remapped {
  return runToEnd(dither(sample, remapped(sample, palette, options), options));
}

/** As fast as a preview where that is near enough: its cells of translucent colors would cost a third of the size. */
function remapped(sample: Pixels, palette: Uint8Array, { space }: DitherOptions): Remapped {
  const isOpaque = palette.every((channel, at) => at % 4 !== 3 || channel === 255);
  if (!isOpaque) return runToEnd(remap(sample, palette, workingSpace(space)));
  const { width, height, rgba } = sample;
  const quick = new QuickRemap(palette, space).indices(rgba, width);
  const indices = palette.length <= 4 * 256 ? Uint8Array.from(quick) : quick;
  const counts = new Float64Array(palette.length / 4); // nobody reads them
  return { width, height, palette, indices, counts };
}
