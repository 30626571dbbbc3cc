/**
 * How long pictures take that ask for much, and how much memory: as large as the default limit allows, of every kind, and
 * small files that unpack to it.
 *
 *     node out/test/bench/imageBombs.js
 *
 * Each is read in a process of its own. An answer must come within 10 s and 1.5 GB.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import { decodeImage } from '../../src/images/decode';
import { UserError } from '../../src/shared/userError';
import { runMain } from '../host/runMain';

const FOLDER = join('out', 'bombs');
const MEGABYTE = 1 << 20;
const SIDE = 10_000;

function flat(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const create = { width, height, channels, background: { r: 18, g: 52, b: 86, alpha: 0.5 } };
  return sharp({ create, limitInputPixels: false });
}

const BOMBS: Readonly<Record<string, () => Promise<Buffer>>> = {
  'gray-1-bit.png': () => flat(SIDE, SIDE).png({ palette: true, colours: 2 }).toBuffer(),
  'rgb-8-bit.png': () => flat(SIDE, SIDE).png().toBuffer(),
  'rgba-8-bit-interlaced.png': () => flat(SIDE, SIDE, 4).png({ progressive: true }).toBuffer(),
  'rgba-16-bit.png': () => flat(SIDE, SIDE, 4).toColourspace('rgb16').png().toBuffer(),
  'display-p3.png': () => flat(SIDE, SIDE).withIccProfile('p3').png().toBuffer(),
  'baseline.jpg': () => flat(SIDE, SIDE).jpeg().toBuffer(),
  'display-p3.jpg': () => flat(SIDE, SIDE).withIccProfile('p3').jpeg().toBuffer(),
  'progressive.jpg': () => flat(SIDE, SIDE).jpeg({ progressive: true }).toBuffer(),
  'progressive-4-4-4.jpg': () =>
    flat(SIDE, SIDE).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  'thousand-passes.jpg': thousandPasses,
  'cmyk-50-megapixels.jpg': () => flat(7070, 7070).toColourspace('cmyk').jpeg().toBuffer(),
  'cmyk-50-megapixels-progressive-4-4-4.jpg': () =>
    flat(7070, 7070).toColourspace('cmyk').jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  'cmyk-100-megapixels.jpg': () => flat(SIDE, SIDE).toColourspace('cmyk').jpeg().toBuffer(),
  '1-by-65535.png': () => flat(1, 65_535).png().toBuffer(),
  '65535-by-1525.png': () => flat(65_535, 1525).png().toBuffer(),
};

/** Its last pass a thousand times. */
async function thousandPasses(): Promise<Buffer> {
  const jpeg = await flat(SIDE, SIDE).jpeg({ progressive: true }).toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const pass = jpeg.subarray(last, -2);
  return Buffer.concat([
    jpeg.subarray(0, -2),
    ...Array.from({ length: 1000 }, () => pass),
    jpeg.subarray(-2),
  ]);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { file: { type: 'string' } } });
  if (values.file !== undefined) {
    console.log(await read(values.file));
    return 0;
  }
  mkdirSync(FOLDER, { recursive: true });
  console.log('| file | bytes | time | memory | answer |');
  console.log('| --- | ---: | ---: | ---: | --- |');
  for (const [name, make] of Object.entries(BOMBS)) {
    const file = join(FOLDER, name);
    if (!existsSync(file)) writeFileSync(file, await make());
    console.log(
      execFileSync(process.execPath, [process.argv[1]!, '--file', file], { encoding: 'utf8' }).trim(),
    );
  }
  return 0;
}

async function read(file: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(file));
  const start = performance.now();
  let words: string;
  try {
    const { width, height } = await decodeImage(bytes, 'it', { maxMegapixels: 100 });
    words = `${width} × ${height}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    words = error.message;
  }
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Math.round((1024 * process.resourceUsage().maxRSS) / MEGABYTE);
  return `| ${file} | ${bytes.length} | ${seconds.toFixed(1)} s | ${megabytes} MB | ${words} |`;
}

runMain(main);
