import quantize from 'quantize';
import { remap } from '../../../src/engine/remap';
import { runToEnd } from '../../../src/engine/steps';
import { workingSpace } from '../../../src/engine/workingSpace';
import type { Contender } from './peer';

export const quantizeMmcq: Contender = {
  name: 'quantize (MMCQ)',
  license: 'MIT',
  handlesAlpha: false,
  canDither: false,
  maxMegapixels: 8,
  note: 'makes palettes only; its pixels are remapped by our exact remapping, in sRGB',
  reduce: (pixels, { k }, clock) => {
    const { rgba } = pixels;
    const colors = Array.from({ length: rgba.length / 4 }, (_, i): [number, number, number] => [
      rgba[4 * i]!,
      rgba[4 * i + 1]!,
      rgba[4 * i + 2]!,
    ]);
    const map = quantize(colors, k);
    if (!map) throw new Error('No palette came out.');
    clock.paletteReady();
    const palette = Uint8Array.from(map.palette().flatMap((color) => [...color, 255]));
    return runToEnd(remap(pixels, palette, workingSpace('rgb')));
  },
};
