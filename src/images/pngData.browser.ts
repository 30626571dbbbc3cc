import { Unzlib } from 'fflate';
import { MOST_SURPLUS, pngDataLength, shortData } from './pngDataLength';
import { chunksOf } from './pngStructure';

/** Unpacks to 64 MB at most, which is how far past its limit a picture's data can get. */
const PIECE_BYTES = 65536;

/**
 * Decodes a PNG whose data unpacks, and to no less and not much more than its size asks for. The check comes first, as
 * here nothing could run beside it, and it keeps nothing: the decoder unpacks the data again.
 *
 * The checksum of the unpacked data is not looked at, other than in Node: those of the chunks have been.
 *
 * @param png A whole PNG with a header that has been checked.
 * @throws Error (rejects) saying what is wrong with the data.
 */
export async function decodeChecked<T>(png: Uint8Array, decode: () => Promise<T>): Promise<T> {
  checkData(png);
  return decode();
}

function checkData(png: Uint8Array): void {
  const expected = pngDataLength(png);
  const limit = expected + MOST_SURPLUS;
  let length = 0;
  const unpacking = new Unzlib((data) => {
    length += data.length;
    if (length > limit) throw new RangeError(`more than ${limit} bytes`);
  });
  try {
    for (const { type, data } of chunksOf(png)) {
      if (type !== 'IDAT') continue;
      for (let at = 0; at < data.length; at += PIECE_BYTES) {
        unpacking.push(data.subarray(at, at + PIECE_BYTES));
      }
    }
    unpacking.push(new Uint8Array(0), true);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace('EOF', 'end of file') : String(cause);
    throw new Error(`the picture data does not unpack: ${reason}`, { cause });
  }
  if (length < expected) throw shortData(length, expected);
}
