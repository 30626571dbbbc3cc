/**
 * How large a picture is factorized. Bytes of the planes, by rows and by columns: 6 a pixel; numbers of the factors
 * and of their products: 48 bytes · K · (width + height); and the picture itself. At the bound of 12 megapixels and
 * K = 200 that is 72 + 67 + 48 MB, and one iteration at the full size takes 6 s. Larger pictures are made smaller
 * first, by whole numbers of pixels.
 */
import type { Pixels } from '../../pixels';
import type { Steps } from '../../steps';

/** Pixels that are factorized at most. */
export const MOST_PIXELS = 12e6;

/** How many pixels across become one: 1 for a picture within the bound. */
export function shrinkingFor(width: number, height: number, mostPixels = MOST_PIXELS): number {
  let by = 1;
  while (Math.ceil(width / by) * Math.ceil(height / by) > mostPixels) by++;
  return by;
}

/**
 * The mean of each square of `by` × `by` pixels (of what is left of it at the right and lower edge), colors weighted
 * by their opacity. The picture itself for `by` = 1.
 */
export function* shrunken(pixels: Pixels, by: number): Steps<Pixels, undefined> {
  if (by === 1) return pixels;
  const width = Math.ceil(pixels.width / by);
  const height = Math.ceil(pixels.height / by);
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) writeMean(pixels, x * by, y * by, by, rgba, 4 * (y * width + x));
    if (y % 8 === 0) yield;
  }
  return { width, height, rgba };
}

function writeMean(
  { width, height, rgba }: Pixels,
  left: number,
  top: number,
  by: number,
  out: Uint8Array,
  at: number,
): void {
  const right = Math.min(width, left + by);
  const bottom = Math.min(height, top + by);
  let [r, g, b, alpha] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const from = 4 * (y * width + x);
      const opacity = rgba[from + 3]!;
      r += opacity * rgba[from]!;
      g += opacity * rgba[from + 1]!;
      b += opacity * rgba[from + 2]!;
      alpha += opacity;
    }
  }
  if (alpha === 0) return;
  out[at] = r / alpha + 0.5;
  out[at + 1] = g / alpha + 0.5;
  out[at + 2] = b / alpha + 0.5;
  out[at + 3] = alpha / ((right - left) * (bottom - top)) + 0.5;
}
