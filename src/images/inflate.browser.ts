import { Unzlib } from 'fflate';
import { adler32 } from './adler32';

/** Bytes that go in at a time: they unpack to 64 MB at most, which is how far past a limit it can get. */
const PIECE_BYTES = 65536;
/** Pieces out of which nothing comes: more than a block that is not compressed can be long. The stream has ended then. */
const MAX_SILENT_PIECES = 3;

/**
 * Unpacks a zlib stream piece by piece. What follows the end of the stream is left alone.
 *
 * @param parts The stream, in parts.
 * @param take Must be done with the piece when it returns. What it throws ends the unpacking.
 * @throws Error (rejects) when the stream is damaged, cut off or its checksum does not match.
 */
export function unpackZlib(parts: readonly Uint8Array[], take: (piece: Uint8Array) => void): Promise<void> {
  return new Promise((resolve) => {
    const stream = joined(parts);
    let checksum = 1;
    let unpacked = 0;
    const unpacking = new Unzlib((piece) => {
      unpacked += piece.length;
      checksum = adler32(piece, checksum);
      take(piece);
    });
    /** Where the piece starts that the last data came out of. */
    let lastPiece = 0;
    for (let at = 0; at <= lastPiece + MAX_SILENT_PIECES * PIECE_BYTES && at < stream.length;) {
      const before = unpacked;
      unpacking.push(stream.subarray(at, at + PIECE_BYTES));
      if (unpacked > before) lastPiece = at;
      at += PIECE_BYTES;
    }
    end(unpacking);
    // fflate does not compare it and does not tell where it is. Elsewhere it stands by chance in 1 of 16,000 damaged files.
    const rest = stream.subarray(lastPiece, lastPiece + (MAX_SILENT_PIECES + 1) * PIECE_BYTES);
    if (!holds(rest, checksum)) throw new Error('incorrect data check');
    resolve();
  });
}

/** One piece: fflate copies 32 KB for each that it gets, and a hostile file has them by the million. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** No more data comes out: whatever fflate minds then is that something is missing. */
function end(unpacking: Unzlib): void {
  try {
    unpacking.push(new Uint8Array(0), true);
  } catch (cause) {
    throw new Error('unexpected end of compressed data', { cause });
  }
}

/** Whether these four bytes are there. */
function holds(bytes: Uint8Array, checksum: number): boolean {
  let last4 = 0;
  return bytes.some((byte, i) => {
    last4 = ((last4 << 8) | byte) >>> 0;
    return i >= 3 && last4 === checksum;
  });
}
