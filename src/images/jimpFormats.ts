/** The file formats our jimp knows, with decoders of ours. */
import javascriptJpeg from '@jimp/js-jpeg';
import type { Bitmap } from '@jimp/types';
import { convertToSrgb } from './convertToSrgb';
import { entropyFault } from './jpegEntropy';
import { readJpegColor } from './jpegStructure';
import { decodeWithMozjpeg } from './mozjpeg';
import { decodePng } from './pngPixels';
import type { RgbSpace } from './rgbSpace';

/** What 25 megapixels take, the most that are let in. */
const MAX_CMYK_MEGABYTES = 1024;

/** What the formats may be told beside the file. */
export interface DecodeOptions {
  /** What the samples are converted from; none of sRGB. */
  space?: RgbSpace;
  /** Gets what the decoder complains of in a picture that it decodes all the same. */
  onDidComplain?: (complaint: string) => void;
}

/** An Adobe segment that says: four components, not transformed. */
const ADOBE_CMYK_SEGMENT = Uint8Array.of(
  ...[0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65], // APP14, length, “Adobe”
  ...[0, 100, 0, 0, 0, 0, 0],
);

export function png() {
  return {
    mime: 'image/png' as const,
    hasAlpha: true,
    decode: decodePngBitmap,
    encode: () => Promise.reject(new Error('PNG files are written by encodePng, not by jimp.')),
  };
}

/** An APNG is a PNG whose default picture every PNG decoder shows. */
export function apng() {
  return { ...png(), mime: 'image/apng' as const };
}

export function jpeg() {
  return { ...javascriptJpeg(), decode: decodeJpeg };
}

async function decodePngBitmap(data: Buffer, { space }: DecodeOptions = {}): Promise<Bitmap> {
  const { width, height, rgba } = await decodePng(data, space);
  return { width, height, data: asBuffer(rgba) };
}

async function decodeJpeg(data: Buffer, { space, onDidComplain }: DecodeOptions = {}): Promise<Bitmap> {
  const { isCmyk, hasAdobeSegment } = readJpegColor(data);
  if (!isCmyk) {
    const { width, height, rgba } = await decodeWithMozjpeg(data, onDidComplain);
    if (space) convertToSrgb({ width, height, rgba }, space);
    return { width, height, data: asBuffer(rgba) };
  }
  const fault = entropyFault(data);
  if (fault !== undefined) throw new Error(fault);
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
