import assert from 'node:assert/strict';
import { PaletteErrors } from '../../../../src/engine/explore/paletteError';
import { DEFAULT_OPTIONS, SPACES } from '../../../../src/engine/options';
import type { Pixels } from '../../../../src/engine/pixels';
import { ImageReducer } from '../../../../src/engine/reduce';
import { runToEnd } from '../../../../src/engine/steps';
import { gradient, noisyPicture } from '../pictures';
import { photograph } from '../smallPhotograph';

/** What the histogram tells of a palette, and what the pixels do. */
function bothWays(pixels: Pixels, k: number, space: 'oklab' | 'rgb' = 'oklab') {
  const reducer = new ImageReducer(pixels);
  const reduced = runToEnd(reducer.reduce({ ...DEFAULT_OPTIONS, k, space }, { effort: 'quick' }));
  const { histogram, points } = runToEnd(reducer.stage('medium', space));
  const errors = new PaletteErrors(histogram, points, pixels, space);
  return {
    ...runToEnd(errors.measure(reduced.palette)),
    measured: runToEnd(reducer.measure(reduced)).psnr,
  };
}

describe('the error of a palette on a histogram', () => {
  it('is that of the picture to 0.3 decibels', async () => {
    const photo = await photograph(480);
    for (const space of SPACES) {
      for (const k of [2, 16, 256]) {
        const { psnr, measured } = bothWays(photo, k, space);
        assert.ok(Math.abs(psnr - measured) < 0.3, `k = ${k}, ${space}: ${psnr} dB for ${measured} dB`);
      }
    }
  });

  it('counts transparency', () => {
    const { psnr, measured } = bothWays(noisyPicture({ seed: 5, alpha: 'mixed' }), 24);
    assert.ok(Math.abs(psnr - measured) < 0.3, `${psnr} dB for ${measured} dB`);
  });

  it('is nothing for a palette of all colors', () => {
    const { error, psnr } = bothWays(gradient(64, 8), 64);
    assert.equal(error, 0);
    assert.equal(psnr, Infinity);
  });
});
