/** Pictures for the engine's tests, made from numbers or from the samples. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Pixels } from '../../../src/engine/pixels';
import { createRandom } from '../../../src/engine/random';
import { decodeImage } from '../../../src/images/decode';
import { projectRoot } from '../../host/projectRoot';

export interface NoiseOptions {
  seed: number;
  width?: number;
  height?: number;
  /** `opaque`, or alpha of all values with many 0 and 255 among them. */
  alpha?: 'opaque' | 'mixed';
}

/** A smooth picture with noise: far more colors than a palette holds, unevenly spread, like a photograph's. */
export function noisyPicture({ seed, width = 64, height = 48, alpha = 'opaque' }: NoiseOptions): Pixels {
  const random = createRandom(seed);
  const rgba = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const x = (i % width) / width;
    const y = Math.floor(i / width) / height;
    rgba[4 * i] = 255 * x * (0.7 + 0.3 * random());
    rgba[4 * i + 1] = 200 * y + 40 * random();
    rgba[4 * i + 2] = 128 + 120 * Math.sin(7 * x * y) * random();
    const chance = random();
    rgba[4 * i + 3] = alpha === 'opaque' || chance < 0.5 ? 255 : chance < 0.7 ? 0 : 255 * random();
  }
  return { width, height, rgba };
}

/** A picture of the given colors (RGBA words, `[r, g, b, a]`), in a row. */
export function pictureOf(colors: readonly (readonly number[])[]): Pixels {
  return { width: colors.length, height: 1, rgba: Uint8Array.from(colors.flat()) };
}

/** All different colors of a picture; fully transparent ones count as one. */
export function distinctColors(rgba: Uint8Array): Set<string> {
  const colors = new Set<string>();
  for (let at = 0; at < rgba.length; at += 4) {
    colors.add(rgba[at + 3] === 0 ? 'transparent' : rgba.subarray(at, at + 4).join());
  }
  return colors;
}

const byte = fc.integer({ min: 0, max: 255 });

/** Palettes of 1 to `max` colors, RGBA bytes, alpha often 255 or 0. */
export function arbitraryPalette(max = 40): fc.Arbitrary<Uint8Array> {
  const alpha = fc.oneof({ weight: 3, arbitrary: fc.constant(255) }, fc.constant(0), byte);
  return fc
    .array(fc.tuple(byte, byte, byte, alpha), { minLength: 1, maxLength: max })
    .map((colors) => Uint8Array.from(colors.flat()));
}

/** Grays from black at the left to white at the right. */
export function gradient(width: number, height: number): Pixels {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    rgba.fill(Math.round((255 * (i % width)) / (width - 1)), 4 * i, 4 * i + 3);
  }
  return { width, height, rgba };
}

/** The middle of one of the samples. */
export async function samplePicture(name: string, width: number, height: number): Promise<Pixels> {
  const image = await decodeImage(readFileSync(join(projectRoot, 'samples', name)), name, {
    maxMegapixels: 10,
  });
  const left = (image.width - width) >> 1;
  const top = (image.height - height) >> 1;
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * image.width + left);
    rgba.set(image.rgba.subarray(from, from + 4 * width), 4 * width * y);
  }
  return { width, height, rgba };
}
