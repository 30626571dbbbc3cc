/** The command line as it ships (dist/cli.js), run as a person runs it. */
import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

const PROGRAM = resolve('dist', 'cli.js');

/** Runs `tessera words…` in `folder`. */
export function tessera(folder: string, ...words: string[]): Promise<Run> {
  return new Promise((settle, reject) => {
    execFile(process.execPath, [PROGRAM, ...words], { cwd: folder }, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      if (typeof code === 'number') settle({ code, stdout, stderr });
      else reject(error ?? new Error('no exit code')); // not started, or ended by a signal
    });
  });
}

/** Gives each test of the surrounding `describe` an empty folder of its own, removed after it. */
export function useFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'tessera-cli-')));
  });
  afterEach(() => rm(folder, { recursive: true }));
  return () => folder;
}

/** For tests that are about something else than the palette or the size: neither is improved. */
export const QUICK = ['--max-improve-ms', '0', '--optimize', 'fast'] as const;

const photos = new Map<'jpeg' | 'png', Promise<Buffer>>();

/** A photograph of 96 × 64 pixels in `folder`; many colors, and reduced in no time. */
export async function smallPhoto(folder: string, name: string): Promise<string> {
  const format = /\.jpe?g$/i.test(name) ? 'jpeg' : 'png';
  // Made once: nearly every test wants one.
  const photo =
    photos.get(format) ??
    sharp(resolve('samples', 'hats.png'))
      .resize(96, 64)
      [format]({ ...(format === 'jpeg' && { quality: 90 }) })
      .toBuffer();
  photos.set(format, photo);
  const path = join(folder, name);
  await writeFile(path, await photo);
  return path;
}
