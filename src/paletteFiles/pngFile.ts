/**
 * Small PNG files of our own making: a strip of swatches, a map of labels (W3C, *PNG Specification, Third Edition*,
 * 2025). The encoder of pictures sorts palettes and has no grays, and here the order of colors is what counts.
 */
import { zlibSync } from 'fflate';
import { crc32 } from '../images/crc32';
import { PNG_SIGNATURE } from '../images/pngStructure';

export const GRAY = 0;
export const INDEXED = 3;
export const RGBA = 6;

export interface PngContent {
  width: number;
  height: number;
  /** Bits a sample. Rows take whole bytes here, so 8 or 16. */
  depth: 8 | 16;
  colorType: typeof GRAY | typeof INDEXED | typeof RGBA;
  /** Rows from the top, 16-bit samples big endian. */
  rows: Uint8Array;
  /** Chunks between header and data, such as PLTE. */
  chunks?: readonly (readonly [type: string, data: Uint8Array])[];
}

export function writePng({ width, height, depth, colorType, rows, chunks = [] }: PngContent): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, colorType, 0, 0, 0], 8);
  const rowBytes = rows.length / height;
  const filtered = new Uint8Array(rows.length + height); // each row begins with its filter, 0 for none
  for (let y = 0; y < height; y++) {
    filtered.set(rows.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  }
  const all = [
    chunk('IHDR', header),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', zlibSync(filtered, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const png = new Uint8Array(all.reduce((sum, each) => sum + each.length, PNG_SIGNATURE.length));
  png.set(PNG_SIGNATURE);
  let at = PNG_SIGNATURE.length;
  for (const each of all) {
    png.set(each, at);
    at += each.length;
  }
  return png;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
