import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { isInterlaced, MOST_SURPLUS, pngDataLength, shortData } from './pngDataLength';
import { chunksOf } from './pngStructure';

const inflateInPool = promisify<Buffer, object, Buffer>(inflate);

/**
 * Decodes a PNG, and makes sure that its data unpacks, and to no less and not much more than its size asks for. jimp's
 * PNG decoder (pngjs 7) does not: on Node 20 it misses every error of zlib and shows whatever was in memory where data
 * is missing.
 *
 * The check is one job in Node's thread pool, beside the decoder. Only an interlaced picture waits for it: pngjs
 * unpacks that to the end, so that 4 MB could fill 4 GB.
 *
 * @param png A whole PNG with a header that has been checked.
 * @throws Error (rejects) saying what is wrong with the data.
 */
export async function decodeChecked<T>(png: Uint8Array, decode: () => Promise<T>): Promise<T> {
  const checking = checkData(png);
  if (isInterlaced(png)) await checking;
  const decoding = decode();
  // Not lost: it is returned below, after the check, which knows better why decoding failed.
  decoding.catch(() => undefined);
  await checking;
  return decoding;
}

async function checkData(png: Uint8Array): Promise<void> {
  const parts: Uint8Array[] = [];
  for (const { type, data } of chunksOf(png)) if (type === 'IDAT') parts.push(data);
  const expected = pngDataLength(png);
  const limit = expected + MOST_SURPLUS;
  // With a chunk for everything there is one job; with the usual 16 KB each would wait for the decoder to end.
  const options = { chunkSize: limit + 1, maxOutputLength: limit };
  const data = await inflateInPool(Buffer.concat(parts), options).catch((cause: unknown) => {
    const reason = cause instanceof RangeError ? `more than ${limit} bytes` : String(cause);
    throw new Error(`the picture data does not unpack: ${reason}`, { cause });
  });
  if (data.length < expected) throw shortData(data.length, expected);
}
