/**
 * The size of the encoded file before it is encoded: some strips of the picture, remapped quickly and encoded
 * like the file, scaled up to the whole. Small pictures are encoded whole.
 */
import type { Space } from '../engine/options';
import type { Pixels } from '../engine/pixels';
import { QuickRemap } from '../engine/quickRemap';
import { encodePng } from '../images/encodePng';

/** Enough for a fair sample by itself; encoding it takes about 17 ms. */
export const FAIR_SAMPLE = 1 << 17;
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
  { width, height, rgba }: Pixels,
  palette: Uint8Array,
  space: Space,
  sampledPixels: number,
): number {
  const rows = Math.min(STRIP_ROWS, height);
  const columns = Math.min(width, Math.floor(sampledPixels / (rows * LEAST_STRIPS)));
  const strips = Math.max(1, Math.floor(Math.min(height, sampledPixels / columns) / rows));
  const remapper = new QuickRemap(palette, space);
  const indices = new (palette.length <= 4 * 256 ? Uint8Array : Uint16Array)(strips * rows * columns);
  for (let strip = 0, at = 0; strip < strips; strip++) {
    const top = Math.floor((strip + 0.5) * (height / strips) - rows / 2);
    const left = Math.floor((width - columns) * ((strip * GOLDEN_RATIO) % 1));
    for (let row = 0; row < rows; row++, at += columns) {
      const from = 4 * ((top + row) * width + left);
      indices.set(remapper.indices(rgba.subarray(from, from + 4 * columns)), at);
    }
  }
  const sample = encodePng({ width: columns, height: strips * rows, indices, palette }).byteLength;
  const overhead = Math.min(sample, 60 + palette.length);
  return overhead + ((sample - overhead) * width * height) / indices.length;
}
