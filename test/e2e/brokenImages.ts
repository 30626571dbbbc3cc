/** Files that are no whole images, made from one that is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from '../../src/images/crc32';
import { projectRoot } from '../host/projectRoot';

export interface BrokenImage {
  name: string;
  bytes: Buffer;
  /** What the editor says of it. */
  sentence: RegExp;
}

const png = readFileSync(join(projectRoot, 'samples', 'hats.png'));
const jpeg = readFileSync(join(projectRoot, 'samples', 'shutters.jpg'));

export const BROKEN_IMAGES: readonly BrokenImage[] = [
  {
    name: 'flipped-bit.png',
    bytes: withFlippedBit(png, png.length / 2),
    sentence: /“flipped-bit\.png” is damaged.*Get a fresh copy/,
  },
  {
    name: 'cut-off.png',
    bytes: png.subarray(0, png.length / 2),
    sentence: /“cut-off\.png” is cut off.*Get a complete copy/,
  },
  {
    name: 'cut-off.jpg',
    bytes: jpeg.subarray(0, jpeg.length / 2),
    sentence: /“cut-off\.jpg” is cut off.*Get a complete copy/,
  },
  { name: 'empty.png', bytes: Buffer.alloc(0), sentence: /“empty\.png” is empty/ },
  {
    name: 'text.png',
    bytes: Buffer.from('Just words.\n'),
    sentence: /“text\.png” is really a text file; Tessera reads PNG and JPEG/,
  },
  {
    name: 'huge.png',
    bytes: claiming(png, 50_000),
    sentence: /“huge\.png” has 50000 × 50000 pixels.*more than the 100 megapixels/,
  },
];

function withFlippedBit(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

/** A PNG whose header says that each side has so many pixels, with the checksum to match. */
function claiming(bytes: Buffer, side: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(side, 16);
  copy.writeUInt32BE(side, 20);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}
