/**
 * Pictures made of palette colors, as PNG files: with a palette up to 256 colors, with every pixel's own color
 * above that.
 */
import { encode } from 'fast-png';
import type { IndexedPixels } from '../engine/pixels';

/**
 * fast-png has no row filters. For indices none is best anyway; for truecolor the filter Sub would save 6 % (Kodak
 * photographs, 800–1600 colors), adaptive filters nothing. Level 9 is 0–6 % smaller than 6 and takes 1–4 times as
 * long: worth it for a small picture, but 4 s for 24 megapixels, where oxipng has the last word anyway.
 */
function zlibFor({ width, height }: IndexedPixels): { level: 6 | 9 } {
  return { level: width * height <= PATIENT_PIXELS ? 9 : 6 };
}

/** Up to this many pixels the highest level takes less than a quarter of a second. */
const PATIENT_PIXELS = 1 << 21;

/** The most colors a PNG palette can hold. */
const MAX_COLORS = 256;

type BitDepth = 1 | 2 | 4 | 8;

/**
 * Writes an indexed PNG: the palette as it is in PLTE, tRNS only up to the last color with transparency, and
 * the fewest bits a pixel that hold the number of colors (1, 2, 4 or 8).
 *
 * @param image 1–256 colors, those with transparency before all opaque ones (the engine's order, see `sortPalette`).
 * @returns The file's bytes, the same for the same image on every machine.
 * @throws RangeError when sizes do not fit together, an index has no color, or the palette is not in order.
 */
export function encodeIndexedPng(image: IndexedPixels): Uint8Array {
  const colors = checkImage(image);
  if (colors > MAX_COLORS) {
    throw new RangeError(`expected at most ${MAX_COLORS} colors for an indexed PNG, got ${colors}`);
  }
  const translucent = countTranslucent(image.palette);
  const { width, height, indices, palette } = image;
  // fast-png writes a tRNS chunk when the first entry has four numbers, with the alpha of every entry under 255.
  const channels = translucent > 0 ? 4 : 3;
  const entries = Array.from({ length: colors }, (_, i) => [...palette.subarray(4 * i, 4 * i + channels)]);
  const depth = bitDepthFor(colors);
  const data = packRows(indices, width, height, depth);
  return encode({ width, height, data, depth, channels: 1, palette: entries }, { zlib: zlibFor(image) });
}

/**
 * Writes a PNG with each pixel's own color, for pictures of more than 256 colors: RGB, or RGBA when a color of
 * the palette has transparency.
 *
 * @param image At least one color, in any order.
 * @throws RangeError when sizes do not fit together or an index has no color.
 */
export function encodeTruecolorPng(image: IndexedPixels): Uint8Array {
  checkImage(image);
  const { width, height, indices, palette } = image;
  const hasAlpha = palette.some((value, i) => i % 4 === 3 && value < 255);
  const channels = hasAlpha ? 4 : 3;
  const data = new Uint8Array(width * height * channels);
  for (let i = 0, to = 0; i < indices.length; i++) {
    const from = 4 * (indices[i] ?? 0);
    for (let c = 0; c < channels; c++) data[to++] = palette[from + c] ?? 0;
  }
  return encode({ width, height, data, depth: 8, channels }, { zlib: zlibFor(image) });
}

/** The fewest bits PNG offers that tell `colors` apart. */
function bitDepthFor(colors: number): BitDepth {
  if (colors <= 2) return 1;
  if (colors <= 4) return 2;
  if (colors <= 16) return 4;
  return 8;
}

/** Several pixels a byte, the leftmost in the highest bits; every row starts on a new byte. */
function packRows(indices: ArrayLike<number>, width: number, height: number, depth: BitDepth): Uint8Array {
  if (depth === 8) return indices instanceof Uint8Array ? indices : Uint8Array.from(indices);
  const pixelsPerByte = 8 / depth;
  const packed = new Uint8Array(Math.ceil(width / pixelsPerByte) * height);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += pixelsPerByte) {
      let byte = 0;
      for (let i = 0; i < pixelsPerByte; i++) {
        const index = x + i < width ? (indices[y * width + x + i] ?? 0) : 0;
        byte = (byte << depth) | index;
      }
      packed[at++] = byte;
    }
  }
  return packed;
}

/** How many colors have transparency. They must come first, or fast-png would give their alpha to others. */
function countTranslucent(palette: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < palette.length / 4; i++) {
    if (palette[4 * i + 3] === 255) continue;
    if (count < i) {
      throw new RangeError(
        `expected colors with transparency first (see sortPalette), but color ${i} comes after an opaque one`,
      );
    }
    count++;
  }
  return count;
}

/** @returns The number of colors. */
function checkImage({ width, height, indices, palette }: IndexedPixels): number {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`expected a width and height of at least 1, got ${width} × ${height}`);
  }
  if (indices.length !== width * height) {
    throw new RangeError(
      `expected ${width * height} indices for ${width} × ${height} pixels, got ${indices.length}`,
    );
  }
  if (palette.length === 0 || palette.length % 4 !== 0) {
    throw new RangeError(`expected 4 palette bytes a color and at least one color, got ${palette.length}`);
  }
  const colors = palette.length / 4;
  for (let i = 0; i < indices.length; i++) {
    if ((indices[i] ?? 0) >= colors) {
      throw new RangeError(
        `expected indices below ${colors}, the number of colors, but pixel ${i} has ${indices[i]}`,
      );
    }
  }
  return colors;
}
