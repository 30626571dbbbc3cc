/** What is fuzzed: sound pictures of each kind, and what is done to them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { createRandom } from '../../../src/engine/random';
import { mutated } from '../fuzzMutations';
import { mutatedChunks, mutatedRows } from './imageMutations';

export interface ImageTarget {
  extension: 'png' | 'jpg';
  sound: () => Promise<Uint8Array[]>;
  mutate: (sound: readonly Uint8Array[], random: () => number) => Uint8Array;
}

const FIXTURES = resolve('test', 'fixtures');

/** By name. The pictures are small, so that damage falls on tables and headers as often as on samples. */
export const IMAGE_TARGETS: Readonly<Record<string, ImageTarget>> = {
  png: { extension: 'png', sound: pngs, mutate: mutatedBytes },
  'png, checksums right': { extension: 'png', sound: pngs, mutate: mutatedChunks },
  'png, rows': { extension: 'png', sound: pngs, mutate: mutatedRows },
  jpeg: { extension: 'jpg', sound: () => jpegs({}), mutate: mutatedBytes },
  'jpeg, progressive': { extension: 'jpg', sound: () => jpegs({ progressive: true }), mutate: mutatedBytes },
  'jpeg, CMYK': { extension: 'jpg', sound: cmykJpegs, mutate: mutatedBytes },
};

/** Few changes: a file with many is refused for the first of them. */
function mutatedBytes(sound: readonly Uint8Array[], random: () => number): Uint8Array {
  return mutated(sound, random, 2);
}

/** Input number `at` of a target, the same on every machine. */
export function imageInput(
  target: ImageTarget,
  sound: readonly Uint8Array[],
  seed: number,
  at: number,
): Uint8Array {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(at, 0x85ebca6b));
  return target.mutate(sound, random);
}

async function pngs(): Promise<Uint8Array[]> {
  const suite = readdirSync(join(FIXTURES, 'pngsuite')).filter((name) => /^[^x].*\.png$/.test(name));
  const names = [...suite.map((name) => join('pngsuite', name)), 'animated.png', 'gray-alpha-16-bit.png'];
  const p3 = await picture(24, 20).withIccProfile('p3').png().toBuffer();
  return [...names.map((name) => readFileSync(join(FIXTURES, name))), p3];
}

async function jpegs(options: JpegOptions): Promise<Uint8Array[]> {
  const qualities = [40, 90];
  const made = qualities.flatMap((quality) => [
    picture(61, 43)
      .jpeg({ ...options, quality })
      .toBuffer(),
    picture(40, 33)
      .jpeg({ ...options, quality, chromaSubsampling: '4:4:4', optimizeCoding: false })
      .toBuffer(),
    picture(33, 57)
      .grayscale()
      .jpeg({ ...options, quality })
      .toBuffer(),
  ]);
  const exif = picture(48, 32).withMetadata({ orientation: 6 }).withIccProfile('p3').jpeg(options).toBuffer();
  const restarts = withRestarts(
    await picture(64, 64).jpeg({ progressive: false, chromaSubsampling: '4:4:4' }).toBuffer(),
  );
  return [...(await Promise.all([...made, exif])), ...(options.progressive ? [] : [restarts])];
}

/** A restart interval is announced that the data does not keep: every decoder must find its own way out. */
function withRestarts(jpeg: Buffer): Buffer {
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
  return Buffer.concat([jpeg.subarray(0, scan), Buffer.from([0xff, 0xdd, 0, 4, 0, 8]), jpeg.subarray(scan)]);
}

async function cmykJpegs(): Promise<Uint8Array[]> {
  const small = await picture(40, 30).toColourspace('cmyk').jpeg({ quality: 60 }).toBuffer();
  const adobe = small.indexOf('Adobe', 0, 'latin1') - 4;
  const plain = adobe < 0 ? small : Buffer.concat([small.subarray(0, adobe), small.subarray(adobe + 16)]);
  return [small, plain, await picture(40, 30).toColourspace('cmyk').jpeg({ progressive: true }).toBuffer()];
}

/** Slopes with a few edges. */
function picture(width: number, height: number): Sharp {
  const rgb = Buffer.alloc(3 * width * height);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    rgb.set([(x * 5 + y) & 255, (y * 6) & 255, (x * y) & 64 ? 200 : 40], 3 * i);
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}
