import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import type { Contender } from './peer';

export const pngquant: Contender = {
  name: 'pngquant, speed 1',
  license: 'GPL-3.0, a program of its own',
  handlesAlpha: true,
  canDither: true,
  note: 'native; its time includes starting the process, reading and writing PNG',
  load: () => {
    const isThere = spawnSync('pngquant', ['--version']).status === 0;
    return Promise.resolve(isThere ? undefined : 'pngquant is not installed.');
  },
  reduce: async ({ rgba, width, height }, { k, dither }, clock) => {
    const raw = { width, height, channels: 4 } as const;
    const input = await sharp(rgba, { raw }).png({ compressionLevel: 1 }).toBuffer();
    const options = ['--speed', '1', ...(dither ? [] : ['--nofs']), String(k), '-'];
    clock.start();
    const { status, stdout, stderr } = spawnSync('pngquant', options, { input, maxBuffer: 1 << 28 });
    clock.stop();
    if (status !== 0) throw new Error(`pngquant ended with ${status}: ${String(stderr)}`);
    const { data } = await sharp(stdout).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return { width, height, rgba: new Uint8Array(data) };
  },
};
