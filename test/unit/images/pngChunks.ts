/** PNG files taken apart and put together, with Node's zlib and none of the code under test. */
import { crc32 } from './crc32Bitwise';

export interface TestChunk {
  type: string;
  data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function splitPng(png: Uint8Array): TestChunk[] {
  const bytes = Buffer.from(png);
  const chunks: TestChunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** A PNG of these chunks, with the right checksums whatever they hold. */
export function joinPng(chunks: readonly TestChunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** The content of an IHDR chunk: 8-bit RGB unless told otherwise. */
export function headerData(width: number, height: number, depth = 8, colorType = 2, interlace = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colorType, 0, 0, interlace], 8);
  return data;
}
