/** The pictures the editor is measured with. */
import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../host/projectRoot';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder';

export interface BenchPicture {
  file: string;
  megapixels: number;
}

const SMALL_SAMPLE = join(projectRoot, 'samples', 'hats.png');
const LARGE_SIZES = [
  { width: 3888, height: 2592 }, // 10 megapixels
  { width: 6000, height: 4000 }, // 24 megapixels
];

/** A folder with copies of `files` or, when there are none, a sample and two large JPEGs made of it; smallest first. */
export async function benchPictures(
  files: readonly string[],
): Promise<{ folder: TemporaryFolder; pictures: BenchPicture[] }> {
  const folder = createTemporaryFolder('bench');
  for (const file of files.length > 0 ? files : [SMALL_SAMPLE]) {
    copyFileSync(file, join(folder.path, basename(file)));
  }
  const names = files.length > 0 ? files.map((file) => basename(file)) : [basename(SMALL_SAMPLE)];
  if (files.length === 0) {
    for (const size of LARGE_SIZES) names.push(await makeLargeJpeg(folder.path, size));
  }
  const pictures = await Promise.all(names.map((name) => describePicture(folder.path, name)));
  return { folder, pictures: pictures.sort((a, b) => a.megapixels - b.megapixels) };
}

/** The sample enlarged, with noise over it: blurred pixels alone would have fewer colors than a photograph. */
async function makeLargeJpeg(folder: string, size: { width: number; height: number }): Promise<string> {
  const name = `${Math.round((size.width * size.height) / 1e6)}-megapixels.jpg`;
  const noise = await sharp({
    create: { ...size, channels: 3, background: 'gray', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
    .raw()
    .toBuffer();
  await sharp(SMALL_SAMPLE)
    .resize({ ...size, fit: 'cover' })
    .composite([{ input: noise, raw: { ...size, channels: 3 }, blend: 'overlay' }])
    .jpeg({ quality: 85 })
    .toFile(join(folder, name));
  return name;
}

async function describePicture(folder: string, file: string): Promise<BenchPicture> {
  const { width, height } = await sharp(join(folder, file)).metadata();
  return { file, megapixels: (width * height) / 1e6 };
}
