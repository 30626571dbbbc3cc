/** A PNG on disk, read by sharp (libvips): a decoder that is not ours. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

export const INDEXED = 3;

export interface PngFile {
  bytes: Buffer;
  /** As the header says: 2 truecolor, 3 indexed, 6 truecolor with alpha. */
  colorType: number;
  width: number;
  height: number;
  rgba: Uint8Array;
  /** Number of different colors among the pixels. */
  colors: number;
}

/** Fails when the file is no whole PNG. */
export async function readPng(path: string): Promise<PngFile> {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error(`${path} has no PNG header.`);
  const { rgba, width, height } = await readPixels(bytes);
  return { bytes, colorType: bytes.readUInt8(25), width, height, rgba, colors: countColors(rgba) };
}

/** The pixels of any image, turned upright. */
export async function readPixels(
  bytes: Buffer,
): Promise<{ rgba: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(bytes, { failOn: 'warning' })
    .rotate()
    .toColorspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { rgba: new Uint8Array(data), width: info.width, height: info.height };
}

function countColors(rgba: Uint8Array): number {
  const pixels = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  const colors = new Set<number>();
  for (let at = 0; at < rgba.length; at += 4) colors.add(pixels.getUint32(at));
  return colors.size;
}
