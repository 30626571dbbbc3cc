/**
 * One channel of a picture as the matrix to be factorized: bytes, once by rows and once by columns, so that both
 * products read along memory. Colors are weighted by their opacity (premultiplied), or hidden colors of
 * transparent pixels would take components away from visible ones; opaque pictures are factorized as they are.
 */
import type { Pixels } from '../../pixels';
import type { Steps } from '../../steps';
import { paddedToBlock } from './products';

export interface Plane {
  width: number;
  height: number;
  /** `height` rows of `width` bytes, then zeros up to a multiple of four rows. */
  rows: Uint8Array;
  /** The same by columns: `width` rows of `height` bytes, padded likewise. */
  columns: Uint8Array;
  /** ‖V‖², the error of factors that are zero. */
  squaredSum: number;
}

/** Pixels between two pauses, about a millisecond. */
const PIXELS_AT_ONCE = 1 << 17;

/** Red, green and blue of a picture. */
export function* planesOf({ width, height, rgba }: Pixels): Steps<Plane[]> {
  const planes: Plane[] = [];
  for (let channel = 0; channel < 3; channel++) {
    const rows = new Uint8Array(paddedToBlock(height) * width);
    const pixels = width * height;
    for (let from = 0; from < pixels; from += PIXELS_AT_ONCE) {
      const to = Math.min(pixels, from + PIXELS_AT_ONCE);
      for (let i = from; i < to; i++) rows[i] = (rgba[4 * i + channel]! * rgba[4 * i + 3]!) / 255 + 0.5;
      yield;
    }
    planes.push(yield* completed(rows, width, height));
  }
  return planes;
}

/** Half as wide and high, each byte the mean of four; a last odd row or column is left out. */
export function* halved({ width, height, rows }: Plane): Steps<Plane> {
  const columns = width >> 1;
  const lines = height >> 1;
  const out = new Uint8Array(paddedToBlock(lines) * columns);
  const linesAtOnce = Math.ceil(PIXELS_AT_ONCE / width);
  for (let y = 0; y < lines; y++) {
    for (let x = 0, at = 2 * y * width; x < columns; x++, at += 2) {
      out[y * columns + x] = (rows[at]! + rows[at + 1]! + rows[at + width]! + rows[at + width + 1]! + 2) >> 2;
    }
    if (y % linesAtOnce === 0) yield;
  }
  return yield* completed(out, columns, lines);
}

/** Lines turned at a time: a cache line's worth of bytes in each. */
const TILE = 64;

function* completed(rows: Uint8Array, width: number, height: number): Steps<Plane> {
  const columns = new Uint8Array(paddedToBlock(width) * height);
  let squaredSum = 0;
  for (let top = 0; top < height; top += TILE) {
    const bottom = Math.min(height, top + TILE);
    for (let x = 0; x < width; x++) {
      for (let y = top; y < bottom; y++) {
        const value = rows[y * width + x]!;
        columns[x * height + y] = value;
        squaredSum += value * value;
      }
    }
    yield;
  }
  return { width, height, rows, columns, squaredSum };
}
