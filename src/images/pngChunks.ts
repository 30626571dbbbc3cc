/** What a PNG file is made of: its signature and chunks. (W3C, *PNG Specification, Third Edition*, 2025, clause 5.) */

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface Chunk {
  type: string;
  /** The chunk's content, without length, type and checksum. */
  data: Uint8Array;
  /** The checksum that the file gives for type and content. */
  crc: number;
  /** Where the next chunk starts. */
  end: number;
}

/** The chunks that are whole, in order. Ends quietly at the first that is not. */
export function* chunksOf(bytes: Uint8Array): Generator<Chunk, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    yield { type, data: bytes.subarray(at + 8, end - 4), crc: view.getUint32(end - 4), end };
    at = end;
  }
}
