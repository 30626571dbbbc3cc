/**
 * The size of the encoded file before it is encoded: some strips of the picture, remapped quickly and encoded
 * like the file, scaled up to all rows. Small pictures are encoded whole.
 */
import type { Space } from '../engine/options';
import type { Pixels } from '../engine/pixels';
import { QuickRemap } from '../engine/quickRemap';
import { encodePng } from '../images/encodePng';

/** Enough for a fair sample; encoding it takes about 10 ms. */
const SAMPLED_PIXELS = 1 << 17;
/** Rows of a strip: fewer would hide from the encoder how alike neighboring rows are. */
const STRIP_ROWS = 8;

/** Bytes. `palette`: RGBA, `4 · colors` bytes. */
export function sizeEstimate({ width, height, rgba }: Pixels, palette: Uint8Array, space: Space): number {
  const strips = Math.max(1, Math.floor(SAMPLED_PIXELS / (width * STRIP_ROWS)));
  const stripEvery = Math.max(STRIP_ROWS, Math.floor(height / strips));
  const isWhole = stripEvery <= STRIP_ROWS;
  const rowsOfStrip = Math.min(STRIP_ROWS, height);
  const remapper = new QuickRemap(palette, space);
  const rows: Uint16Array[] = [];
  for (let top = 0; top + rowsOfStrip <= height; top += isWhole ? rowsOfStrip : stripEvery) {
    rows.push(remapper.indices(rgba.subarray(4 * width * top, 4 * width * (top + rowsOfStrip))));
  }
  const sampledRows = rowsOfStrip * rows.length;
  const indices = new (palette.length <= 4 * 256 ? Uint8Array : Uint16Array)(width * sampledRows);
  rows.forEach((strip, place) => indices.set(strip, place * width * rowsOfStrip));
  const sample = encodePng({ width, height: sampledRows, indices, palette }).byteLength;
  const overhead = Math.min(sample, 60 + palette.length);
  return Math.round(overhead + ((sample - overhead) * height) / sampledRows);
}
