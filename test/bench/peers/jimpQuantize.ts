import { Jimp } from 'jimp';
import type { Contender } from './peer';

export const jimpQuantize: Contender = {
  name: 'jimp quantize',
  license: 'MIT',
  handlesAlpha: true,
  canDither: true,
  isSlow: true,
  maxMegapixels: 1,
  note: 'image-q with Wu; Floyd–Steinberg where dithered is what it does unasked',
  reduce: ({ rgba, width, height }, { k, dither }, clock) => {
    const image = new Jimp({ data: Buffer.from(rgba), width, height });
    clock.start();
    image.quantize({ colors: k, imageQuantization: dither ? 'floyd-steinberg' : 'nearest' });
    clock.stop();
    return { width, height, rgba: new Uint8Array(image.bitmap.data) };
  },
};
