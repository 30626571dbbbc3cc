import assert from 'node:assert/strict';
import {
  labelBits,
  lowRankCost,
  originalCost,
  paletteCost,
} from '../../../../src/engine/explore/storageCost';

describe('what a picture costs to store', () => {
  const pixels = 396 * 396;

  it('is three bytes a pixel for the original, four with alpha', () => {
    assert.deepEqual(originalCost(pixels, false), { numbers: 3 * pixels, bits: 24 * pixels });
    assert.deepEqual(originalCost(pixels, true), { numbers: 4 * pixels, bits: 32 * pixels });
  });

  it('comes near the factors 6, 4.8, 4 and 3.4 for 16, 32, 64 and 128 colors of a large picture', () => {
    const many = 24_000_000;
    const factors = [16, 32, 64, 128].map(
      (k) => originalCost(many, false).bits / paletteCost(many, k, false).bits,
    );
    assert.deepEqual(
      factors.map((factor) => factor.toFixed(1)),
      ['6.0', '4.8', '4.0', '3.4'],
    );
  });

  it('counts a label for each pixel and the codebook', () => {
    assert.deepEqual(paletteCost(100, 30, false), { numbers: 100 + 90, bits: 100 * 5 + 24 * 30 });
    assert.deepEqual(paletteCost(100, 2, true), { numbers: 100 + 8, bits: 100 + 64 });
  });

  it('needs no label where there is one color', () => {
    assert.equal(labelBits(1), 0);
    assert.equal(labelBits(2), 1);
    assert.equal(labelBits(256), 8);
    assert.equal(labelBits(257), 9);
  });

  it('is 3 · K · (w + h) numbers for a low-rank picture', () => {
    assert.deepEqual(lowRankCost(800, 600, 80), { numbers: 336_000, bits: 32 * 336_000 });
  });
});
