/** Files made of sound ones as accidents and attackers make them. */
import { joinedBytes } from '../../src/shared/joinedBytes';

/** Values that length fields and counts break at. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff];

/** One to `most` changes of one of `files`. @param random Gives 0 up to, without, 1. */
export function mutated(files: readonly Uint8Array[], random: () => number, most = 8): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  let bytes: Uint8Array = new Uint8Array(files[below(files.length)]!); // a Buffer's slice() would be a view
  for (let changes = 1 + below(most); changes > 0; changes--) {
    if (bytes.length === 0) return bytes;
    const at = below(bytes.length);
    const length = Math.min(1 + below(32), bytes.length - at);
    switch (below(9)) {
      case 0: // a bit
        bytes[at]! ^= 1 << below(8);
        break;
      case 1: // a byte
        bytes[at] = below(256);
        break;
      case 2: // a number of 1, 2 or 4 bytes at its edge
        bytes.fill(EDGES[below(EDGES.length)]!, at, at + [1, 2, 4][below(3)]!);
        break;
      case 3: // a piece lost
        bytes = joinedBytes([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 4: // a piece twice
        bytes = joinedBytes([bytes.subarray(0, at + length), bytes.subarray(at)]);
        break;
      case 5: // a piece of noise
        bytes = joinedBytes([
          bytes.subarray(0, at),
          Uint8Array.from({ length }, () => below(256)),
          bytes.subarray(at),
        ]);
        break;
      case 6: // cut off
        bytes = bytes.slice(0, at);
        break;
      case 7: {
        // the end of another file
        const other = files[below(files.length)]!;
        bytes = joinedBytes([bytes.subarray(0, at), other.subarray(below(other.length))]);
        break;
      }
      default: // a small number counted up or down
        bytes[at]! += random() < 0.5 ? 1 : -1;
    }
  }
  return bytes;
}
