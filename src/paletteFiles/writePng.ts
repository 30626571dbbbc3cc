/**
 * Small PNG files of our own making, as strips of swatches are (W3C, *PNG Specification, Third Edition*, 2025). The
 * encoder of pictures sorts palettes, and here the order of colors is what counts.
 */
import { zlibSync } from 'fflate';
import { pngFile } from '../images/pngFile';

export const INDEXED = 3;
export const RGBA = 6;

export interface PngContent {
  width: number;
  height: number;
  colorType: typeof INDEXED | typeof RGBA;
  /** Rows from the top, a byte a sample. */
  rows: Uint8Array;
  /** Chunks between header and data, such as PLTE. */
  chunks?: readonly (readonly [type: string, data: Uint8Array])[];
}

export function writePng({ width, height, colorType, rows, chunks }: PngContent): Uint8Array {
  const rowBytes = rows.length / height;
  const filtered = new Uint8Array(rows.length + height); // each row begins with its filter, 0 for none
  for (let y = 0; y < height; y++) {
    filtered.set(rows.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  }
  return pngFile({ width, height, depth: 8, colorType }, zlibSync(filtered, { level: 9 }), chunks);
}
