import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { downscale, fittingSize } from '../../../src/engine/downscale';
import type { Pixels } from '../../../src/engine/pixels';
import { runToEnd } from '../../../src/engine/steps';
import { noisyPicture, pictureOf } from './pictures';

const size = fc.integer({ min: 1, max: 30 });
const pictures = fc
  .record({
    seed: fc.nat(),
    width: size,
    height: size,
    alpha: fc.constantFrom('opaque' as const, 'mixed' as const),
  })
  .map(noisyPicture);

function smaller(picture: Pixels, width: number, height: number): Pixels {
  return runToEnd(downscale(picture, width, height));
}

/** Mean of opacity times color, and of opacity, over all pixels. */
function means({ rgba }: Pixels): number[] {
  const sums = [0, 0, 0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const opacity = rgba[at + 3]! / 255;
    for (let c = 0; c < 3; c++) sums[c]! += opacity * rgba[at + c]!;
    sums[3]! += rgba[at + 3]!;
  }
  return sums.map((sum) => (4 * sum) / rgba.length);
}

describe('A picture made smaller', () => {
  it('keeps its mean color and opacity', () => {
    fc.assert(
      fc.property(pictures, fc.double({ min: 0.1, max: 1, noNaN: true }), (picture, scale) => {
        const width = Math.max(1, Math.round(scale * picture.width));
        const height = Math.max(1, Math.round(scale * picture.height));
        const [before, after] = [means(picture), means(smaller(picture, width, height))];
        before.forEach((mean, c) => assert.ok(Math.abs(mean - after[c]!) < 1.5, `${mean} → ${after[c]}`));
      }),
    );
  });

  it('is the same picture at the same size', () => {
    const picture = noisyPicture({ seed: 1 });
    assert.equal(smaller(picture, picture.width, picture.height), picture);
  });

  it('takes parts of pixels in part', () => {
    const row = pictureOf([0, 90, 240].map((gray) => [gray, gray, gray, 255]));
    assert.deepEqual([...smaller(row, 2, 1).rgba], [30, 30, 30, 255, 190, 190, 190, 255]);
  });

  it('does not let the color of transparent pixels out', () => {
    const row = pictureOf([
      [255, 0, 0, 0],
      [0, 0, 255, 255],
      [9, 9, 9, 0],
      [9, 9, 9, 0],
    ]);
    assert.deepEqual([...smaller(row, 2, 1).rgba], [0, 0, 255, 128, 0, 0, 0, 0]);
  });

  it('is never larger than it was', () => {
    assert.throws(() => smaller(noisyPicture({ seed: 1 }), 65, 48), RangeError);
    assert.deepEqual(fittingSize({ width: 64, height: 48 }, 480), { width: 64, height: 48 });
    assert.deepEqual(fittingSize({ width: 6000, height: 4000 }, 480), { width: 480, height: 320 });
    assert.deepEqual(fittingSize({ width: 4000, height: 1 }, 256), { width: 256, height: 1 });
  });
});
