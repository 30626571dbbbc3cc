import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { initialCentroids } from '../../../src/engine/initialCentroids';
import { Clustering } from '../../../src/engine/clustering';
import { improve } from '../../../src/engine/improve';
import { kMeans, type KMeansRound } from '../../../src/engine/kMeans';
import { INITS } from '../../../src/engine/options';
import { SplitTree } from '../../../src/engine/splitTree';
import { runToEnd } from '../../../src/engine/steps';
import { DIMENSIONS } from '../../../src/engine/workingSpace';

const coordinate = fc.integer({ min: -20, max: 20 }).map((x) => x / 20);
const weightedPoints = fc.array(
  fc.record({
    point: fc.tuple(coordinate, coordinate, coordinate, coordinate),
    weight: fc.integer({ min: 1, max: 50 }),
  }),
  { minLength: 1, maxLength: 60 },
);

interface Setting {
  points: Float64Array;
  weights: Float64Array;
  centroids: Float64Array;
  assignment?: Uint16Array;
}

const settings: fc.Arbitrary<Setting> = fc
  .record({
    entries: weightedPoints,
    k: fc.integer({ min: 1, max: 12 }),
    init: fc.constantFrom(...INITS),
    seed: fc.nat(),
  })
  .map(({ entries, k, init, seed }) => {
    const points = Float64Array.from(entries.flatMap(({ point }) => point));
    const weights = Float64Array.from(entries, ({ weight }) => weight);
    const tree = new SplitTree(points, weights);
    const fixed = new Float64Array(0);
    return { points, weights, ...initialCentroids({ points, weights, fixed, tree }, k, init, seed) };
  });

function clusteringOf({ points, weights, centroids, assignment, fixed = 0 }: Setting & { fixed?: number }) {
  return new Clustering(points, weights, centroids, fixed, assignment);
}

function rounds(setting: Setting & { fixed?: number }, maxIterations = 100) {
  const seen: KMeansRound[] = [];
  const clustering = clusteringOf(setting);
  const steps = kMeans(clustering, { maxIterations });
  for (;;) {
    const step = steps.next();
    if (step.done) return { seen: [...seen, step.value], result: step.value, ...clustering, clustering };
    seen.push(step.value);
  }
}

function squaredDistance({ points, centroids }: Setting, point: number, cluster: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) {
    sum += (points[DIMENSIONS * point + d]! - centroids[DIMENSIONS * cluster + d]!) ** 2;
  }
  return sum;
}

describe('k-means', () => {
  it('never raises the error from one round to the next', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const errors = rounds(setting).seen.map((round) => round.error);
        for (let i = 1; i < errors.length; i++) assert.ok(errors[i]! <= errors[i - 1]! + 1e-9, errors.join());
      }),
    );
  });

  it('assigns every point to its nearest centroid, as brute force does', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 4 }), (setting, maxIterations) => {
        const { assignment } = rounds(setting, maxIterations);
        const k = setting.centroids.length / DIMENSIONS;
        for (let i = 0; i < setting.weights.length; i++) {
          const least = Math.min(...Array.from({ length: k }, (_, c) => squaredDistance(setting, i, c)));
          assert.ok(squaredDistance(setting, i, assignment[i]!) <= least + 1e-12);
        }
      }),
    );
  });

  it('ends with every centroid in the mean of its points', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { assignment, result } = rounds(setting);
        assert.ok(result.isConverged);
        const k = setting.centroids.length / DIMENSIONS;
        for (let cluster = 0; cluster < k; cluster++) {
          const own = [...assignment.keys()].filter((i) => assignment[i] === cluster);
          if (own.length === 0) continue;
          const weight = own.reduce((sum, i) => sum + setting.weights[i]!, 0);
          for (let d = 0; d < DIMENSIONS; d++) {
            const mean =
              own.reduce((sum, i) => sum + setting.weights[i]! * setting.points[4 * i + d]!, 0) / weight;
            assert.ok(Math.abs(mean - setting.centroids[4 * cluster + d]!) < 1e-9);
          }
        }
      }),
    );
  });

  it('leaves fixed centroids where they are', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const before = setting.centroids.slice(0, DIMENSIONS);
        rounds({ ...setting, fixed: 1 });
        assert.deepEqual(setting.centroids.slice(0, DIMENSIONS), before);
      }),
    );
  });

  it('stops at the cap and says that it did not converge', () => {
    const points = Float64Array.from({ length: 4000 }, (_, i) => Math.sin(i * 12.9898));
    const setting = { points, weights: new Float64Array(1000).fill(1), centroids: points.slice(0, 4 * 20) };
    const { result } = rounds(setting, 3);
    assert.equal(result.iteration, 3);
    assert.equal(result.isConverged, false);
  });
});

describe('Improving by swaps', () => {
  it('never raises the error, and knows it', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { clustering } = rounds(setting);
        let last = clustering.error();
        const steps = improve(clustering, { maxWork: 20_000 });
        for (let step = steps.next(); ; step = steps.next()) {
          assert.ok(step.value.error <= last + 1e-9, `${step.value.error} after ${last}`);
          assert.ok(Math.abs(step.value.error - errorOf(setting, clustering.assignment)) < 1e-9);
          last = step.value.error;
          if (step.done) break;
        }
      }),
    );
  });

  it('finds the clusters that k-means alone does not', () => {
    // Four far groups of points; the start has two centroids in one of them and none in another.
    const groups = [0, 1, 2, 3];
    const points = Float64Array.from(
      groups.flatMap((g) => [0, 1, 2].flatMap((i) => [10 * g + 0.01 * i, 0, 0, 0])),
    );
    const weights = new Float64Array(12).fill(1);
    const centroids = Float64Array.of(0, 0, 0, 0, 0.02, 0, 0, 0, 10, 0, 0, 0, 25, 0, 0, 0);
    const setting = { points, weights, centroids };
    const { clustering } = rounds(setting);
    assert.ok(clustering.error() > 100);
    runToEnd(improve(clustering, { maxWork: 1e6 }));
    assert.ok(clustering.error() < 0.01, `${clustering.error()}`);
  });

  it('leaves fixed centroids where they are', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const before = setting.centroids.slice(0, DIMENSIONS);
        const { clustering } = rounds({ ...setting, fixed: 1 });
        runToEnd(improve(clustering, { maxWork: 20_000 }));
        assert.deepEqual(setting.centroids.slice(0, DIMENSIONS), before);
      }),
    );
  });
});

describe('A clustering', () => {
  it('is rolled back to where it began, points and centroids and error', () => {
    fc.assert(
      fc.property(settings, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }), (setting, moves) => {
        const { clustering } = rounds(setting);
        const before = {
          assignment: clustering.assignment.slice(),
          centroids: clustering.centroids.slice(),
          error: clustering.error(),
        };
        clustering.begin();
        for (const [point, cluster] of moves)
          clustering.reassign(point % clustering.n, cluster % clustering.k, 0);
        clustering.moveCentroids();
        runToEnd(kMeans(clustering, { maxIterations: 3 }));
        clustering.rollBack();
        assert.deepEqual(clustering.assignment, before.assignment);
        assert.deepEqual(clustering.centroids, before.centroids);
        assert.equal(clustering.error(), before.error);
        // And goes on soundly: nothing is left to do after convergence.
        assert.ok(runToEnd(kMeans(clustering, { maxIterations: 50 })).error <= before.error + 1e-9);
      }),
    );
  });
});

/** By the definition. */
function errorOf(setting: Setting, assignment: Uint16Array): number {
  let sum = 0;
  assignment.forEach((cluster, i) => (sum += setting.weights[i]! * squaredDistance(setting, i, cluster)));
  return sum;
}

describe('The split tree', () => {
  it('gives exactly the points when there are no more of them than clusters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(coordinate, { minLength: 1, maxLength: 20 }), (values) => {
        const points = Float64Array.from(values.flatMap((x) => [x, -x, 2 * x, 0]));
        const tree = new SplitTree(points, new Float64Array(values.length).fill(1));
        const firsts = [...tree.clusters(50).centroids].filter((_, i) => i % DIMENSIONS === 0);
        assert.deepEqual(firsts.sort(), [...values].sort());
      }),
    );
  });

  it('gives the same clusters for a k, whatever was asked before', () => {
    const points = Float64Array.from({ length: 4000 }, (_, i) => Math.sin(i * 78.233));
    const weights = new Float64Array(1000).fill(1);
    const grown = new SplitTree(points, weights);
    grown.clusters(100);
    assert.deepEqual(grown.clusters(17), new SplitTree(points, weights).clusters(17));
  });
});

describe('Starting centroids', () => {
  const points = Float64Array.from({ length: 4000 }, (_, i) => Math.sin(i * 12.9898));
  const weights = Float64Array.from({ length: 1000 }, (_, i) => 1 + (i % 7));
  const input = { points, weights, fixed: new Float64Array(0), tree: new SplitTree(points, weights) };

  for (const init of ['kmeans++', 'random'] as const) {
    it(`of ${init} depend on the seed and on nothing else`, () => {
      assert.deepEqual(initialCentroids(input, 16, init, 7), initialCentroids(input, 16, init, 7));
      assert.notDeepEqual(initialCentroids(input, 16, init, 7), initialCentroids(input, 16, init, 8));
    });

    it(`of ${init} are different points of the input`, () => {
      const { centroids } = initialCentroids(input, 500, init, 3);
      const rows = new Set(Array.from({ length: 500 }, (_, c) => centroids.slice(4 * c, 4 * c + 4).join()));
      assert.equal(rows.size, 500);
    });
  }
});
