/**
 * libimagequant, what pngquant is made of, as WebAssembly. The package says MIT, but the library inside is GPL-3.0
 * or commercial: a dependency of this bench alone. Nothing in src may ever import it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageQuantizer } from 'libimagequant-wasm/wasm/libimagequant_wasm.js';
import { projectRoot } from '../../host/projectRoot';
import type { Contender } from './peer';

const WASM = 'node_modules/libimagequant-wasm/dist/wasm/libimagequant_wasm_bg.wasm';

let Quantizer: typeof ImageQuantizer | undefined;

async function load(): Promise<undefined> {
  if (Quantizer) return;
  const library = await import('libimagequant-wasm/wasm/libimagequant_wasm.js');
  library.initSync({ module: readFileSync(join(projectRoot, WASM)) });
  Quantizer = library.ImageQuantizer;
}

function libimagequant(speed: number): Contender {
  return {
    name: `libimagequant-wasm, speed ${speed}`,
    license: 'GPL-3.0 inside, bench only',
    handlesAlpha: true,
    canDither: true,
    load,
    reduce: ({ rgba, width, height }, { k, dither }, clock) => {
      if (!Quantizer) throw new Error('libimagequant is not loaded.');
      const input = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.length);
      const quantizer = new Quantizer();
      quantizer.setSpeed(speed);
      quantizer.setMaxColors(k);
      const result = quantizer.quantizeImage(input, width, height);
      clock.paletteReady();
      result.setDithering(dither ? 1 : 0);
      const indices = result.getPaletteIndices(input, width, height);
      const palette = Uint8Array.from((result.getPalette() as number[][]).flat()); // [r, g, b, a] a color
      clock.stop();
      result.free();
      quantizer.free();
      return { width, height, indices, palette };
    },
  };
}

export const libimagequantSlow = libimagequant(1);
export const libimagequantFast = libimagequant(10);
