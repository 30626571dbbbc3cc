/** A PNG file put together from its chunks (W3C, *PNG Specification, Third Edition*, 2025). */
import { joinedBytes } from '../shared/joinedBytes';
import { crc32 } from './crc32';
import { PNG_SIGNATURE } from './pngChunks';

export interface PngHeader {
  width: number;
  height: number;
  /** Bits a sample. */
  depth: 1 | 8 | 16;
  colorType: 0 | 2 | 3 | 6;
}

/**
 * @param data The rows with their filters, compressed.
 * @param chunks Between header and data, such as PLTE.
 */
export function pngFile(
  { width, height, depth, colorType }: PngHeader,
  data: Uint8Array,
  chunks: readonly (readonly [type: string, data: Uint8Array])[] = [],
): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, colorType, 0, 0, 0], 8);
  const all = [
    chunk('IHDR', header),
    ...chunks.map(([type, content]) => chunk(type, content)),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ];
  return joinedBytes([PNG_SIGNATURE, ...all]);
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
