import { Unzlib } from 'fflate';

/** Bytes that go in at a time: they unpack to 64 MB at most, which is how far past a limit it can get. */
const PIECE_BYTES = 65536;

/**
 * Unpacks a zlib stream piece by piece. What follows the end of the stream is left alone.
 *
 * Its checksum is not looked at, other than in Node: those of the chunks it came in have been.
 *
 * @param parts The stream, in parts.
 * @param take Must be done with the piece when it returns. What it throws ends the unpacking.
 * @throws Error (rejects) when the stream is damaged or cut off.
 */
export function unpackZlib(parts: readonly Uint8Array[], take: (piece: Uint8Array) => void): Promise<void> {
  return new Promise((resolve) => {
    const unpacking = new Unzlib((piece) => take(piece));
    for (const part of parts) {
      for (let at = 0; at < part.length; at += PIECE_BYTES) {
        unpacking.push(part.subarray(at, at + PIECE_BYTES));
      }
    }
    unpacking.push(new Uint8Array(0), true);
    resolve();
  });
}
