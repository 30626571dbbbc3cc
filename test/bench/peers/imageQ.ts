import { applyPaletteSync, buildPaletteSync, utils, type PaletteQuantization } from 'image-q';
import type { Contender } from './peer';

function imageQ(name: string, paletteQuantization: PaletteQuantization): Contender {
  return {
    name,
    license: 'MIT',
    handlesAlpha: true,
    canDither: true,
    isSlow: paletteQuantization === 'neuquant',
    maxMegapixels: 1,
    reduce: ({ rgba, width, height }, { k, dither }, clock) => {
      const picture = utils.PointContainer.fromUint8Array(rgba, width, height);
      const colorDistanceFormula = 'euclidean';
      const palette = buildPaletteSync([picture], { paletteQuantization, colorDistanceFormula, colors: k });
      clock.paletteReady();
      const reduced = applyPaletteSync(picture, palette, {
        colorDistanceFormula,
        imageQuantization: dither ? 'floyd-steinberg' : 'nearest',
      });
      return { width, height, rgba: reduced.toUint8Array() };
    },
  };
}

export const imageQWu = imageQ('image-q Wu', 'wuquant');
export const imageQNeuQuant = imageQ('image-q NeuQuant', 'neuquant');
