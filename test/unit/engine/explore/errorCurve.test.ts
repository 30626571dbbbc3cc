import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  elbowOfCurve,
  errorCurve,
  ksToMeasure,
  refinedShares,
} from '../../../../src/engine/explore/errorCurve';
import { buildHistogram } from '../../../../src/engine/histogram';
import { SplitTree } from '../../../../src/engine/splitTree';
import { runToEnd } from '../../../../src/engine/steps';
import { DIMENSIONS, pointsOfColors, workingSpace } from '../../../../src/engine/workingSpace';
import type { Pixels } from '../../../../src/engine/pixels';
import { noisyPicture, pictureOf } from '../pictures';

const coordinate = fc.integer({ min: -20, max: 20 }).map((x) => x / 20);
const weightedPoints = fc
  .array(
    fc.record({
      point: fc.tuple(coordinate, coordinate, coordinate, coordinate),
      weight: fc.integer({ min: 1, max: 50 }),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((entries) => ({
    points: Float64Array.from(entries.flatMap(({ point }) => point)),
    weights: Float64Array.from(entries, ({ weight }) => weight),
  }));

/** Σ weight · squared distance to the cluster's centroid, point by point. */
function errorByHand(points: Float64Array, weights: Float64Array, k: number): number {
  const { centroids, assignment } = new SplitTree(points, weights).clusters(k);
  return weights.reduce((sum, weight, i) => {
    let squared = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      squared += (points[DIMENSIONS * i + d]! - centroids[DIMENSIONS * assignment[i]! + d]!) ** 2;
    }
    return sum + weight * squared;
  }, 0);
}

function curveOf(picture: Pixels, least?: number) {
  const histogram = runToEnd(buildHistogram(picture, 6));
  const tree = new SplitTree(pointsOfColors(histogram.rgba, workingSpace('oklab')), histogram.weights);
  return runToEnd(errorCurve(histogram, tree, least));
}

describe('the error of every number of clusters', () => {
  it('is what the clusters of the tree give point by point, and never rises', () => {
    fc.assert(
      fc.property(weightedPoints, fc.integer({ min: 1, max: 30 }), ({ points, weights }, k) => {
        const errors = runToEnd(new SplitTree(points, weights).errors(k));
        const scale = errors[0]! || 1;
        errors.forEach((error, i) => {
          assert.ok(Math.abs(error - errorByHand(points, weights, i + 1)) < 1e-9 * scale);
          assert.ok(i === 0 || error <= errors[i - 1]!);
        });
      }),
    );
  });

  it('is the same from a tree that has grown before, and while it grows in between', () => {
    const { points, weights } = fc.sample(weightedPoints, { numRuns: 1, seed: 7 })[0]!;
    const tree = new SplitTree(points, weights);
    tree.clusters(5);
    const steps = tree.errors(20);
    steps.next();
    tree.clusters(12);
    assert.deepEqual(runToEnd(steps), runToEnd(new SplitTree(points, weights).errors(20)));
  });
});

describe('the error curve of a picture', () => {
  it('goes from two colors to 256 and falls from under all of the error to next to nothing', () => {
    const { least, shares } = curveOf(noisyPicture({ seed: 3, width: 200, height: 150 }));
    assert.equal(least, 2);
    assert.equal(shares.length, 255);
    assert.ok(shares[0]! < 1 && shares[254]! > 0 && shares[254]! < 0.05 * shares[0]!);
  });

  it('ends at the number of colors there are, with no error', () => {
    const picture = pictureOf([
      [255, 0, 0, 255],
      [0, 255, 0, 255],
      [0, 0, 255, 255],
      [9, 9, 9, 255],
    ]);
    const { shares } = curveOf(picture);
    assert.equal(shares.length, 3);
    assert.ok(shares[2]! < 1e-12);
    assert.deepEqual(curveOf(pictureOf([[1, 2, 3, 255]])), { single: 0, least: 2, shares: [] });
  });

  it('leaves one color to transparent pixels, and begins where it is told', () => {
    const colors = [
      [255, 0, 0, 255],
      [0, 255, 0, 255],
      [0, 0, 255, 255],
    ];
    const opaque = curveOf(pictureOf(colors));
    const withHole = curveOf(pictureOf([...colors, [0, 0, 0, 0]]));
    assert.equal(withHole.shares[0], 1, 'one color is left for three');
    assert.deepEqual(withHole.shares.slice(1), opaque.shares);
    assert.deepEqual(curveOf(pictureOf(colors), 3), { ...opaque, least: 3, shares: opaque.shares.slice(1) });
  });
});

describe('a refined error curve', () => {
  const curve = { least: 2, shares: Array.from({ length: 255 }, (_, i) => 1 / (i + 2)) };

  it('has every measured value, and keeps its shape around and between them', () => {
    const refined = refinedShares(curve, [
      { k: 4, share: 0.2 },
      { k: 16, share: 0.04 },
    ]);
    const at = (k: number) => refined[k - 2]!;
    const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-12);
    assert.equal(at(4), 0.2);
    assert.equal(at(16), 0.04);
    near(at(2), 0.8 / 2); // the ratio at 4 is 0.8
    near(at(8), 0.72 / 8); // 0.64 at 16, and 8 stands halfway on the logarithmic axis
    near(at(256), 0.64 / 256);
    assert.deepEqual(refinedShares(curve, []), curve.shares);
  });

  it('is measured at numbers of colors it has, the last one among them', () => {
    assert.deepEqual(ksToMeasure({ least: 5, shares: Array<number>(10).fill(0) }), [5, 6, 8, 10, 12, 14]);
    assert.equal(ksToMeasure(curve).length, 21);
    assert.deepEqual(ksToMeasure({ least: 2, shares: [] }), []);
  });

  it('has its elbow where it is as steep as its chord over the logarithm of k', () => {
    // d(1/k)/d(ln k) = −1/k, and the chord falls by 1/2 − 1/256 over ln 128: at 9.8.
    assert.equal(elbowOfCurve(2, curve.shares), 10);
    assert.equal(elbowOfCurve(2, [0.5]), undefined);
  });
});
