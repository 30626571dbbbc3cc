import { Unzlib } from 'fflate';
import { adler32 } from './adler32';
import { joinedBytes } from '../shared/joinedBytes';

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
    // In one: fflate copies 32 KB for each part that it gets, and a hostile file has them by the million.
    const stream = parts.length === 1 ? parts[0]! : joinedBytes(parts);
    let checksum = 1;
    let unpacked = 0;
    const unpacking = new Unzlib((piece) => {
      unpacked += piece.length;
      checksum = adler32(piece, checksum);
      take(piece);
    });
    let silentPieces = 0;
    for (let at = 0; at < stream.length && silentPieces < MAX_SILENT_PIECES; at += PIECE_BYTES) {
      const before = unpacked;
      unpacking.push(stream.subarray(at, at + PIECE_BYTES));
      silentPieces = unpacked > before ? 0 : silentPieces + 1;
    }
    const expected = checksumAfter(unpacking);
    end(unpacking);
    if (checksum !== expected) throw new Error('incorrect data check');
    resolve();
  });
}

/**
 * The checksum that stands behind the end of the data; nothing of use before that end was reached.
 *
 * @throws Error when it is not whole.
 */
function checksumAfter(unpacking: Unzlib): number {
  // fflate does not look at it and gives no access to it. Its types hide what is left of the input (`p`) and the bit of
  // its first byte where the data ended (`s.p`); the version is pinned, and with other names no PNG could be read.
  const { p: left, s: state } = unpacking as unknown as { p: Uint8Array; s: { p: number } };
  const at = state.p > 0 ? 1 : 0;
  if (left.length < at + 4) throw new Error('unexpected end of compressed data');
  return new DataView(left.buffer, left.byteOffset + at).getUint32(0);
}

/** No more data comes out: whatever fflate minds then is that something is missing. */
function end(unpacking: Unzlib): void {
  try {
    unpacking.push(new Uint8Array(0), true);
  } catch (cause) {
    throw new Error('unexpected end of compressed data', { cause });
  }
}
