import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { pngDataLength } from './pngDataLength';
import { chunksOf } from './pngStructure';

const inflateInPool = promisify<Buffer, object, Buffer>(inflate);

/** Some encoders add a few bytes that no decoder minds. */
const SLACK = 65536;

/**
 * Makes sure that a PNG's data unpacks, and to no less and not much more than its size asks for. jimp's PNG decoder
 * (pngjs 7) does not: on Node 20 it misses every error of zlib and shows whatever was in memory where data is
 * missing, and it unpacks an interlaced picture to the end, so that 4 MB could fill 4 GB.
 *
 * It runs as one job in Node's thread pool, beside the decoder rather than before it.
 *
 * @param png A whole PNG with a header that has been checked.
 * @throws Error (rejects) saying what is wrong with the data.
 */
export async function checkPngData(png: Uint8Array): Promise<void> {
  const parts: Uint8Array[] = [];
  for (const { type, data } of chunksOf(png)) if (type === 'IDAT') parts.push(data);
  const expected = pngDataLength(png);
  const limit = expected + SLACK;
  // With a chunk for everything there is one job; with the usual 16 KB each would wait for the decoder to end.
  const options = { chunkSize: limit + 1, maxOutputLength: limit };
  const data = await inflateInPool(Buffer.concat(parts), options).catch((cause: unknown) => {
    const reason = cause instanceof RangeError ? `more than ${limit} bytes` : String(cause);
    throw new Error(`the picture data does not unpack: ${reason}`, { cause });
  });
  if (data.length < expected) {
    throw new Error(`unexpected end of picture data: ${data.length} bytes instead of ${expected}`);
  }
}
