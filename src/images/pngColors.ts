/** PNG's samples, of every color type and depth, as RGBA of 8 bits. */

import type { DeepConverter } from './convertToSrgb';

/** What the colors of a PNG's samples depend on. */
export interface PngColors {
  colorType: number;
  /** Bits a sample. */
  depth: number;
  /** Content of PLTE, three bytes a color. */
  palette: Uint8Array | undefined;
  /** Content of tRNS: alphas of palette colors, or the one gray or color (16 bits a sample) that is transparent. */
  transparency: Uint8Array | undefined;
  /** Of samples of 16 bits, where they are not sRGB. */
  convert?: DeepConverter | undefined;
}

/**
 * Writes one row of a pass into the picture: pixel i of the row as four bytes at `to + i · step`.
 *
 * @param row The pass's row, its filter undone.
 */
export type RowWriter = (
  row: Uint8Array,
  columns: number,
  rgba: Uint8Array,
  to: number,
  step: number,
) => void;

/** Samples a pixel, by color type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function channelsOf(colorType: number): number {
  return CHANNELS[colorType] ?? 0;
}

/** @throws Error when a palette is missing; the writer throws when a pixel has a color that the palette lacks. */
export function rowWriter(colors: PngColors): RowWriter {
  if (colors.colorType === 3 || (colors.colorType === 0 && colors.depth <= 8)) return tableWriter(colors);
  if (colors.colorType === 6 && colors.depth === 8) return writeRgba8;
  return sampleWriter(colors);
}

/** Of one sample a pixel, so few bits that a table holds the color of each value. */
function tableWriter({ colorType, depth, palette, transparency }: PngColors): RowWriter {
  const bytes = colorType === 3 ? paletteTable(palette, transparency) : grayTable(depth, transparency);
  const table = new Uint32Array(bytes.buffer);
  const colorCount = table.length;
  const mask = (1 << depth) - 1;
  return (row, columns, rgba, to, step) => {
    const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length >> 2);
    for (let i = 0, at = to >> 2; i < columns; i++, at += step >> 2) {
      const bit = i * depth;
      const value = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & mask;
      if (value >= colorCount) throw new Error(`the palette has no color ${value}`);
      pixels[at] = table[value]!;
    }
  };
}

function paletteTable(
  palette: Uint8Array | undefined,
  alphas: Uint8Array | undefined,
): Uint8Array<ArrayBuffer> {
  if (palette === undefined) throw new Error('there is no palette');
  const table = new Uint8Array(4 * Math.floor(palette.length / 3));
  for (let i = 0; 4 * i < table.length; i++) {
    table.set(palette.subarray(3 * i, 3 * i + 3), 4 * i);
    table[4 * i + 3] = alphas?.[i] ?? 255;
  }
  return table;
}

function grayTable(depth: number, transparency: Uint8Array | undefined): Uint8Array<ArrayBuffer> {
  const [transparent] = transparentSamples(transparency);
  const table = new Uint8Array(4 << depth);
  for (let value = 0; value < 1 << depth; value++) {
    const gray = (value * 255) / ((1 << depth) - 1);
    table.set([gray, gray, gray, value === transparent ? 0 : 255], 4 * value);
  }
  return table;
}

function writeRgba8(row: Uint8Array, columns: number, rgba: Uint8Array, to: number, step: number): void {
  if (step === 4) {
    rgba.set(row, to);
    return;
  }
  for (let i = 0, from = 0; i < columns; i++, to += step, from += 4) {
    rgba[to] = row[from]!;
    rgba[to + 1] = row[from + 1]!;
    rgba[to + 2] = row[from + 2]!;
    rgba[to + 3] = row[from + 3]!;
  }
}

/** Of 8 or 16 bits a sample. */
function sampleWriter({ colorType, depth, transparency, convert }: PngColors): RowWriter {
  const channels = channelsOf(colorType);
  const isGray = channels < 3;
  const hasAlpha = channels % 2 === 0;
  const bytesPerSample = depth / 8;
  const [red, green, blue] = hasAlpha ? [] : transparentSamples(transparency);
  const isTransparent = (row: Uint8Array, at: number): boolean =>
    sampleAt(row, at, depth) === red &&
    (isGray ||
      (sampleAt(row, at + bytesPerSample, depth) === green &&
        sampleAt(row, at + 2 * bytesPerSample, depth) === blue));
  const [greenAt, blueAt] = isGray ? [0, 0] : [bytesPerSample, 2 * bytesPerSample];
  const alphaAt = (channels - 1) * bytesPerSample;
  const pixelBytes = channels * bytesPerSample;
  return (row, columns, rgba, to, step) => {
    for (let i = 0, from = 0; i < columns; i++, to += step, from += pixelBytes) {
      if (depth === 8) {
        rgba[to] = row[from]!;
        rgba[to + 1] = row[from + greenAt]!;
        rgba[to + 2] = row[from + blueAt]!;
        rgba[to + 3] = hasAlpha ? row[from + alphaAt]! : 255;
      } else {
        const r = sampleAt(row, from, 16);
        const g = sampleAt(row, from + greenAt, 16);
        const b = sampleAt(row, from + blueAt, 16);
        if (convert) convert(r, g, b, rgba, to);
        else {
          rgba[to] = eightBits(r);
          rgba[to + 1] = eightBits(g);
          rgba[to + 2] = eightBits(b);
        }
        rgba[to + 3] = hasAlpha ? eightBits(sampleAt(row, from + alphaAt, 16)) : 255;
      }
      if (red !== undefined && isTransparent(row, from)) rgba[to + 3] = 0;
    }
  };
}

/** Samples of the color that tRNS declares transparent, at the picture's own depth; none without tRNS. */
function transparentSamples(transparency: Uint8Array | undefined): number[] {
  const samples: number[] = [];
  for (let i = 0; transparency !== undefined && i + 1 < transparency.length; i += 2) {
    samples.push(sampleAt(transparency, i, 16));
  }
  return samples;
}

function sampleAt(bytes: Uint8Array, at: number, depth: number): number {
  return depth === 8 ? bytes[at]! : (bytes[at]! << 8) | bytes[at + 1]!;
}

/** A sample of 16 bits rounded to 8: exactly round(value · 255 / 65535). */
function eightBits(value: number): number {
  return (value * 255 + 32895) >>> 16;
}
