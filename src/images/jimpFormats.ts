/** The file formats our jimp knows, with decoders of ours. */
import type { Bitmap } from '@jimp/types';
import { convertToSrgb } from './convertToSrgb';
import { isCmykJpeg } from './jpegStructure';
import { decodeWithMozjpeg } from './mozjpeg';
import { decodePng } from './pngPixels';
import type { RgbSpace } from './rgbSpace';

/** What the formats may be told beside the file. */
export interface DecodeOptions {
  /** What the samples are converted from; none of sRGB. */
  space?: RgbSpace;
  /** Gets what the decoder complains of in a picture that it decodes all the same. */
  onDidComplain?: (complaint: string) => void;
}

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
  return {
    mime: 'image/jpeg' as const,
    decode: decodeJpeg,
    encode: () => Promise.reject(new Error('Tessera writes no JPEG files.')),
  };
}

async function decodePngBitmap(data: Buffer, { space }: DecodeOptions = {}): Promise<Bitmap> {
  const { width, height, rgba } = await decodePng(data, space);
  return { width, height, data: asBuffer(rgba) };
}

async function decodeJpeg(data: Buffer, { space, onDidComplain }: DecodeOptions = {}): Promise<Bitmap> {
  const { width, height, rgba } = await decodeWithMozjpeg(data, isCmykJpeg(data), onDidComplain);
  if (space) convertToSrgb({ width, height, rgba }, space);
  return { width, height, data: asBuffer(rgba) };
}

/** A Buffer on the same memory. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
