import { Unzlib } from 'fflate';
import { chunksOf } from './pngStructure';

/** Steps and offsets of the seven passes of Adam7. */
const PASSES = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
] as const;

/** Samples a pixel, by color type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Compressed bytes taken at a time: deflate makes at most 1032 times as much of them. */
const SLICE = 4096;
/** Some encoders add a few bytes that no decoder minds. */
const SLACK = 65536;

/**
 * Refuses an interlaced PNG whose data unpacks to more than its size allows. jimp's PNG decoder (pngjs) stops at
 * the right length by itself for other PNGs, but unpacks an interlaced one to the end: a file of 4 MB could fill
 * 4 GB and take the whole extension host down. Costs a second unpacking, thrown away slice by slice.
 *
 * @param png A whole PNG whose header has been checked.
 * @throws Error when it unpacks to too much, or cannot be unpacked.
 */
export function refuseOverlongInterlaced(png: Uint8Array): void {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const isInterlaced = view.getUint8(28) === 1;
  if (!isInterlaced) return;
  const bitsPerPixel = view.getUint8(24) * (SAMPLES[view.getUint8(25)] ?? 4);
  const limit = interlacedLength(view.getUint32(16), view.getUint32(20), bitsPerPixel) + SLACK;
  let length = 0;
  const unzlib = new Unzlib((part) => {
    length += part.length;
    if (length > limit) throw new Error(`interlaced data is longer than the ${limit} bytes it can have`);
  });
  for (const { type, data } of chunksOf(png)) {
    if (type !== 'IDAT') continue;
    for (let at = 0; at < data.length; at += SLICE) unzlib.push(data.subarray(at, at + SLICE));
  }
}

/** Bytes of all passes unpacked: each row has a filter byte before it. */
function interlacedLength(width: number, height: number, bitsPerPixel: number): number {
  return PASSES.reduce((sum, { x, y, stepX, stepY }) => {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    return columns > 0 && rows > 0 ? sum + rows * (1 + Math.ceil((columns * bitsPerPixel) / 8)) : sum;
  }, 0);
}
