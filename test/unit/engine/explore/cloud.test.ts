import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { colorCloud } from '../../../../src/engine/explore/cloud';
import { buildCellHistogram, buildExactHistogram } from '../../../../src/engine/histogram';
import { runToEnd } from '../../../../src/engine/steps';
import { noisyPicture, pictureOf } from '../pictures';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, each) => total + each, 0);

describe('the cloud of colors', () => {
  it('has every color of a picture of few colors, with its share', () => {
    const picture = pictureOf([
      [255, 0, 0, 255],
      [255, 0, 0, 255],
      [0, 0, 255, 128],
      [9, 9, 9, 0],
    ]);
    const { colors, shares, gatheredFrom } = runToEnd(colorCloud(runToEnd(buildExactHistogram(picture))));
    const points = Array.from(shares, (share, i) =>
      [...colors.subarray(4 * i, 4 * i + 4), share.toFixed(3)].join(),
    );
    assert.deepEqual(points.sort(), ['0,0,255,128,0.333', '255,0,0,255,0.667']);
    assert.equal(gatheredFrom, 2);
  });

  it('merges to nearly as many points as are allowed, and no weight is lost', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.constantFrom('opaque' as const, 'mixed' as const),
        fc.integer({ min: 100, max: 1500 }),
        (seed, alpha, most) => {
          const picture = noisyPicture({ seed, width: 160, height: 120, alpha });
          const histogram = runToEnd(buildCellHistogram(picture, 6));
          const { colors, shares } = runToEnd(colorCloud(histogram, most));
          const count = Math.min(most, histogram.size);
          assert.ok(shares.length <= count && shares.length > 0.6 * count, `${shares.length} of ${count}`);
          assert.equal(colors.length, 4 * shares.length);
          assert.ok(Math.abs(sum(shares) - 1) < 1e-4);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps a rare color that stands apart', () => {
    const picture = noisyPicture({ seed: 4, width: 160, height: 120 });
    picture.rgba.set([255, 255, 255, 255], 0);
    const { colors } = runToEnd(colorCloud(runToEnd(buildCellHistogram(picture, 6)), 500));
    const points = Array.from({ length: colors.length / 4 }, (_, i) =>
      colors.subarray(4 * i, 4 * i + 4).join(),
    );
    assert.ok(points.includes('255,255,255,255'));
  });
});
