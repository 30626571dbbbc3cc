import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../../../src/engine/options';
import type { CurveAnswer } from '../../../../../src/shared/explore/curve';
import {
  curveFigures,
  curveOptions,
  sizeFactorOf,
} from '../../../../../src/webview/explore/curve/curveFigures';

const measured = [
  { k: 2, share: 0.5, psnr: 20, byteLength: 1000 },
  { k: 8, share: 0.1, psnr: null, byteLength: 4000 },
];
const answer: CurveAnswer = {
  least: 2,
  shares: [0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1],
  measured,
  toMeasure: 2,
};

describe('the figures of the error curve', () => {
  it('stand at their numbers of colors, errors in percent', () => {
    const { ks, errors, psnrs, sizes } = curveFigures(answer, 1.5);
    assert.deepEqual(ks, [2, 3, 4, 5, 6, 7, 8]);
    assert.deepEqual([errors[0], errors[6]], [50, 10]);
    assert.deepEqual(psnrs, [20, null, null, null, null, null, null]);
    assert.deepEqual([sizes[0], sizes[3], sizes[6]], [1500, null, 6000]);
  });

  it('are the same for every k: another one asks nothing anew', () => {
    const [few, many] = [4, 200].map((k) => curveOptions({ ...DEFAULT_OPTIONS, k }));
    assert.deepEqual(few, many);
  });

  it('are corrected by what the real file is against the estimates around its k', () => {
    assert.equal(sizeFactorOf(measured, 8, 3000), 0.75);
    assert.ok(Math.abs(sizeFactorOf(measured, 4, 1000)! - 0.5) < 1e-12, 'halfway by ratio: 2000 bytes');
    assert.equal(sizeFactorOf(measured, 300, 3000), undefined);
  });
});
