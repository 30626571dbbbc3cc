/** The file formats our jimp knows: its own PNG, the same for APNG, and a JPEG of ours. */
import javascriptJpeg from '@jimp/js-jpeg';
import png from '@jimp/js-png';
import type { Bitmap } from '@jimp/types';
import { readJpegColor } from './jpegStructure';
import { decodeWithMozjpeg } from './mozjpeg';

/** A CMYK picture of 25 megapixels takes about this much (jpeg-js keeps every coefficient as an integer). */
const MAX_CMYK_MEGABYTES = 1024;

/** An Adobe segment that says: four components, not transformed. */
const ADOBE_CMYK_SEGMENT = Uint8Array.of(
  ...[0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65], // APP14, length, “Adobe”
  ...[0, 100, 0, 0, 0, 0, 0],
);

export { png };

/** An APNG is a PNG whose default picture every PNG decoder shows. */
export function apng() {
  return { ...png(), mime: 'image/apng' as const };
}

export function jpeg() {
  return { ...javascriptJpeg(), decode: decodeJpeg };
}

async function decodeJpeg(data: Buffer): Promise<Bitmap> {
  const { isCmyk, hasAdobeSegment } = readJpegColor(data);
  if (!isCmyk) {
    const { width, height, rgba } = await decodeWithMozjpeg(data);
    return { width, height, data: asBuffer(rgba) };
  }
  // MozJPEG converts no CMYK. jpeg-js converts only what has an Adobe segment; browsers read a file without one
  // as if it said “CMYK”, so it gets one that does. (For RGB jpeg-js would get that segment's 0 wrong.)
  const adobe = hasAdobeSegment
    ? data
    : Buffer.concat([data.subarray(0, 2), ADOBE_CMYK_SEGMENT, data.subarray(2)]);
  return javascriptJpeg().decode(adobe, {
    tolerantDecoding: false,
    maxResolutionInMP: Infinity, // checked before, against the setting
    maxMemoryUsageInMB: MAX_CMYK_MEGABYTES,
  });
}

/** A Buffer on the same memory. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
