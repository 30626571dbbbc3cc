import { applyPalette, quantize, type Format } from 'gifenc';
import type { Contender } from './peer';

function gifenc(format: Format): Contender {
  return {
    name: `gifenc ${format}`,
    license: 'MIT',
    handlesAlpha: false,
    canDither: false,
    reduce: ({ rgba, width, height }, { k }, clock) => {
      const colors = quantize(rgba, k, { format });
      clock.paletteReady();
      const indices = applyPalette(rgba, colors, format);
      clock.stop();
      return {
        width,
        height,
        indices,
        palette: Uint8Array.from(colors.flatMap(([r, g, b]) => [r!, g!, b!, 255])),
      };
    },
  };
}

export const gifenc565 = gifenc('rgb565');
export const gifenc444 = gifenc('rgb444');
