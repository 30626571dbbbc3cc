/**
 * A picture made smaller: every new pixel is the mean of the source's area that it covers, parts of pixels counted in
 * part (a box filter), colors weighed by their opacity so that no hidden color bleeds out. In sRGB, as browsers and most
 * tools scale, so that it looks the same as in them. Rows first, then columns: O(pixels).
 */
import type { Pixels } from './pixels';
import type { Steps } from './steps';

/** The size with the same proportions whose longer side is at most `longest`; never larger than it was. */
export function fittingSize(
  { width, height }: { width: number; height: number },
  longest: number,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** @returns `source` itself where it has that size already. */
export function* downscale(source: Pixels, width: number, height: number): Steps<Pixels> {
  if (width === source.width && height === source.height) return source;
  if (width < 1 || height < 1 || width > source.width || height > source.height) {
    throw new RangeError(`${source.width} × ${source.height} can't be made smaller to ${width} × ${height}.`);
  }
  const rgba = new Uint8Array(4 * width * height);
  const row = new Float64Array(4 * width);
  const sums = new Float64Array(4 * width);
  const columns = shares(source.width, width);
  const rows = shares(source.height, height);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let from = rows.firsts[y]!; from <= rows.lasts[y]!; from++) {
      sumRow(source, from, columns, row);
      const share = rows.shareOf(y, from);
      for (let i = 0; i < sums.length; i++) sums[i]! += share * row[i]!;
    }
    writeRow(sums, rgba, 4 * width * y);
    yield;
  }
  return { width, height, rgba };
}

interface Shares {
  /** The first and last source pixel of every new one. */
  firsts: Uint32Array;
  lasts: Uint32Array;
  /** How much of the new pixel is covered by the source's, 0–1; they add up to 1. */
  shareOf: (to: number, from: number) => number;
}

function shares(from: number, to: number): Shares {
  const scale = from / to;
  const firsts = Uint32Array.from({ length: to }, (_, i) => Math.floor(i * scale));
  const lasts = Uint32Array.from({ length: to }, (_, i) => Math.min(from, Math.ceil((i + 1) * scale)) - 1);
  const shareOf = (i: number, pixel: number) =>
    Math.max(0, Math.min(pixel + 1, (i + 1) * scale) - Math.max(pixel, i * scale)) / scale;
  return { firsts, lasts, shareOf };
}

/** A row of the source in the new width: opacity times color, and opacity (0–1). */
function sumRow({ rgba, width }: Pixels, y: number, columns: Shares, row: Float64Array): void {
  const newWidth = row.length / 4;
  row.fill(0);
  for (let x = 0; x < newWidth; x++) {
    const to = 4 * x;
    for (let from = columns.firsts[x]!; from <= columns.lasts[x]!; from++) {
      const at = 4 * (y * width + from);
      const opacity = (columns.shareOf(x, from) * rgba[at + 3]!) / 255;
      row[to]! += opacity * rgba[at]!;
      row[to + 1]! += opacity * rgba[at + 1]!;
      row[to + 2]! += opacity * rgba[at + 2]!;
      row[to + 3]! += opacity;
    }
  }
}

function writeRow(sums: Float64Array, rgba: Uint8Array, to: number): void {
  for (let i = 0; i < sums.length; i += 4) {
    const opacity = sums[i + 3]!;
    if (opacity === 0) continue; // fully transparent: all bytes 0
    rgba[to + i] = Math.round(sums[i]! / opacity);
    rgba[to + i + 1] = Math.round(sums[i + 1]! / opacity);
    rgba[to + i + 2] = Math.round(sums[i + 2]! / opacity);
    rgba[to + i + 3] = Math.round(255 * opacity);
  }
}
