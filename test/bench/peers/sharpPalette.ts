import sharp from 'sharp';
import type { Contender } from './peer';

export const sharpPalette: Contender = {
  name: 'sharp palette',
  license: 'Apache-2.0; libvips LGPL-3.0, its quantizer BSD-2-Clause',
  handlesAlpha: true,
  canDither: true,
  note: 'native; effort 10; its time includes writing a PNG; rounds k up to 2, 4, 16 or 256 and is left out where it does',
  load: () => {
    sharp.concurrency(1); // everyone has one thread
    return Promise.resolve(undefined);
  },
  reduce: async ({ rgba, width, height }, { k, dither }, clock) => {
    const raw = { width, height, channels: 4 } as const;
    const png = await sharp(rgba, { raw })
      .png({ palette: true, colours: k, effort: 10, dither: dither ? 1 : 0, compressionLevel: 1 })
      .toBuffer();
    clock.stop();
    const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return { width, height, rgba: new Uint8Array(data) };
  },
};
