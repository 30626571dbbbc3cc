import { Unzlib } from 'fflate';

/** Bytes that go in at once: they unpack to 64 MB at most, which is how far past its limit data can get. */
const PIECE = 65536;

/**
 * Unpacks a zlib stream piece by piece. The browser's own `DecompressionStream` would do it faster, but loses everything
 * where anything follows the end of the stream. The checksum of the unpacked data is not looked at, other than in Node:
 * those of the chunks have been.
 *
 * @param parts The stream, in parts.
 * @param take Must be done with the piece when it returns. What it throws ends the unpacking.
 * @throws Error (rejects) when the stream is damaged or cut off.
 */
export async function unpackZlib(
  parts: readonly Uint8Array[],
  take: (piece: Uint8Array) => void,
): Promise<void> {
  let fault: unknown;
  const unpacking = new Unzlib((piece) => {
    try {
      take(piece);
    } catch (error) {
      fault = error;
      throw error;
    }
  });
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length; at += PIECE) unpacking.push(part.subarray(at, at + PIECE));
    }
    unpacking.push(new Uint8Array(0), true);
  } catch (cause) {
    if (cause === fault) throw cause;
    const reason = cause instanceof Error ? cause.message.replace('EOF', 'end of file') : String(cause);
    throw new Error(`the data does not unpack: ${reason}`, { cause });
  }
}
