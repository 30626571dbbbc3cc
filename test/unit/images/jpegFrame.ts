/** Where the frame header (SOF0 or SOF2, marker first) of a JPEG starts. A thumbnail in EXIF has one too, so segments are walked. */
export function frameStart(jpeg: Buffer): number {
  let at = 2;
  while (jpeg[at + 1] !== 0xc0 && jpeg[at + 1] !== 0xc2) at += 2 + jpeg.readUInt16BE(at + 2);
  return at;
}
