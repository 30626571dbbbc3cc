/** Segments as rows of samples for picture files: a mask, a cut-out, a map of labels. */
import { wordsOf } from '../histogram';
import type { IndexedPixels, Pixels } from '../pixels';
import type { Steps } from '../steps';

/** Pixels between two pauses, about a millisecond. */
const PIXELS_AT_ONCE = 1 << 18;

/** One bit a pixel, the leftmost in the highest; 1 where the pixel has one of the `selected` palette colors. */
export function* maskRows(
  { width, height, indices, palette }: IndexedPixels,
  selected: readonly number[],
): Steps<Uint8Array, undefined> {
  const isSelected = selection(selected, palette);
  const rowBytes = Math.ceil(width / 8);
  const rows = new Uint8Array(rowBytes * height);
  const rowsAtOnce = Math.ceil(PIXELS_AT_ONCE / width);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (isSelected[indices[i]!]) rows[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7);
    }
    if (y % rowsAtOnce === 0) yield;
  }
  return rows;
}

/** RGBA: the original's pixels where they have one of the `selected` palette colors, zeros elsewhere. */
export function* cutOutRows(
  original: Pixels,
  { indices, palette }: IndexedPixels,
  selected: readonly number[],
): Steps<Uint8Array, undefined> {
  const isSelected = selection(selected, palette);
  const words = wordsOf(original.rgba);
  const out = new Uint32Array(words.length);
  for (let from = 0; from < words.length; from += PIXELS_AT_ONCE) {
    const to = Math.min(words.length, from + PIXELS_AT_ONCE);
    for (let i = from; i < to; i++) if (isSelected[indices[i]!]) out[i] = words[i]!;
    yield;
  }
  return new Uint8Array(out.buffer);
}

/** Each pixel's palette index: a byte up to 256 colors, two (big endian) above. */
export function labelRows({ indices, palette }: IndexedPixels): { rows: Uint8Array; depth: 8 | 16 } {
  if (palette.length <= 4 * 256) return { rows: Uint8Array.from(indices), depth: 8 };
  const rows = new Uint8Array(2 * indices.length);
  for (let i = 0; i < indices.length; i++) {
    rows[2 * i] = indices[i]! >> 8;
    rows[2 * i + 1] = indices[i]! & 255;
  }
  return { rows, depth: 16 };
}

function selection(selected: readonly number[], palette: Uint8Array): Uint8Array {
  const isSelected = new Uint8Array(palette.length / 4);
  for (const index of selected) isSelected[index] = 1;
  return isSelected;
}
