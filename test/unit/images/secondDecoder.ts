/** What libvips (libpng, libjpeg-turbo, lcms) makes of a picture, to compare ours with. */
import assert from 'node:assert/strict';
import sharp from 'sharp';
import { splitPng } from './pngChunks';

export interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Upright sRGB. libvips applies ICC profiles; the gamma of a PNG is applied here, for it does not. */
export async function secondOpinion(bytes: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const gamma = gammaOf(bytes);
  if (gamma !== undefined) {
    const exact = await samples(bytes);
    for (let i = 0; i < data.length; i++) if (i % 4 < 3) data[i] = encoded(exact[i]!, gamma);
  }
  return { width: info.width, height: info.height, rgba: data };
}

/** Opaque sRGB of a CMYK JPEG, by browsers' rule of thumb: libvips itself would convert through a press profile. */
export async function secondOpinionOnCmyk(bytes: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(bytes)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.equal(info.channels, 4);
  const rgba = data.map((ink, i) => (i % 4 === 3 ? 255 : ((255 - ink) * (255 - data[i | 3]!)) / 255));
  return { width: info.width, height: info.height, rgba };
}

/** Compares every sample, but not the color of fully transparent pixels, which decoders may choose. */
export async function assertSamePicture(
  image: Picture,
  bytes: Uint8Array,
  tolerance: number,
  name: string,
  decode: (bytes: Uint8Array) => Promise<Picture> = secondOpinion,
): Promise<void> {
  const { width, height, rgba } = await decode(bytes);
  assert.deepEqual([image.width, image.height], [width, height], name);
  assert.equal(image.rgba.length, rgba.length, name);
  for (let i = 0; i < rgba.length; i++) {
    const isAlpha = i % 4 === 3;
    if (!isAlpha && rgba[i | 3] === 0) continue;
    const difference = Math.abs((rgba[i] ?? 0) - (image.rgba[i] ?? 0));
    if (difference > tolerance) assert.fail(`${name}: sample ${i} differs by ${difference}`);
  }
}

/** RGBA as stored, 0–1: what 16 bits say beyond 8 shows where gamma lightens them. */
async function samples(bytes: Uint8Array): Promise<Float64Array> {
  const { depth } = await sharp(bytes).metadata();
  const isDeep = depth === 'ushort';
  const raw = await sharp(bytes)
    .toColourspace(isDeep ? 'rgb16' : 'srgb')
    .ensureAlpha()
    .raw({ depth: isDeep ? 'ushort' : 'uchar' })
    .toBuffer();
  const values = isDeep ? new Uint16Array(raw.buffer, raw.byteOffset, raw.length / 2) : raw;
  return Float64Array.from(values, (value) => value / (isDeep ? 65535 : 255));
}

/** Of a gAMA chunk that counts and is not what sRGB is near to (0.45455). */
function gammaOf(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x89) return undefined;
  const chunks = splitPng(bytes);
  const gamma = chunks.find(({ type }) => type === 'gAMA')?.data.readUInt32BE();
  if (gamma === undefined || chunks.some(({ type }) => ['sRGB', 'iCCP'].includes(type))) return undefined;
  return gamma >= 43_200 && gamma <= 47_700 ? undefined : gamma / 100_000;
}

function encoded(sample: number, gamma: number): number {
  const linear = sample ** (1 / gamma);
  return Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055));
}
