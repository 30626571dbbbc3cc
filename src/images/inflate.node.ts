import { createInflate } from 'node:zlib';

/** Bytes a piece: large, for each is a turn of the thread pool; small, for two of them are in memory. */
const PIECE = 1 << 18;

/**
 * Unpacks a zlib stream piece by piece in Node's thread pool, while `take` works on the piece before. What follows the
 * end of the stream is left alone.
 *
 * @param parts The stream, in parts.
 * @param take Must be done with the piece when it returns. What it throws ends the unpacking.
 * @throws Error (rejects) with zlib's words when the stream is damaged, cut off or its checksum does not match.
 */
export async function unpackZlib(
  parts: readonly Uint8Array[],
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const inflate = createInflate({ chunkSize: PIECE });
  inflate.end(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  for await (const piece of inflate) take(piece as Uint8Array); // zlib gives Buffers
}
