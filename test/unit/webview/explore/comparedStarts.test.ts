import assert from 'node:assert/strict';
import type { StartRun } from '../../../../src/engine/explore/starts';
import { DEFAULT_OPTIONS, SEED_MAX } from '../../../../src/engine/options';
import {
  comparedStarts,
  isTaken,
  optionsOf,
  rankRuns,
} from '../../../../src/webview/explore/starts/comparedStarts';

function runWith(error: number): StartRun {
  const [palette, shares] = [new Uint8Array(8), new Float32Array(2)];
  return { init: 'random', seed: 1, palette, shares, startError: 1, error, rounds: 3, end: 'settled' };
}

describe('Starts that are compared', () => {
  it('are the deterministic one and others with seeds of their own', () => {
    assert.deepEqual(comparedStarts('random', 7, 3), [
      { init: 'split', seed: 0 },
      { init: 'random', seed: 7 },
      { init: 'random', seed: 8 },
      { init: 'random', seed: 9 },
    ]);
    assert.equal(comparedStarts('kmeans++', SEED_MAX, 2).at(-1)?.seed, 0);
  });

  it('are ranked by how far they are above the best', () => {
    const ranked = rankRuns([0.5, 0.4, 0.4, 0.6].map(runWith));
    assert.deepEqual(
      ranked.map(({ isBest }) => isBest),
      [false, true, false, false],
    );
    assert.deepEqual(
      ranked.map(({ above }) => above.toFixed(3)),
      ['0.250', '0.000', '0.000', '0.500'],
    );
  });

  it('are all equally good where nothing is left to err', () => {
    assert.deepEqual(
      rankRuns([0, 0].map(runWith)).map(({ above }) => above),
      [0, 0],
    );
  });

  it('are taken as options that start there and nowhere else', () => {
    const start = { init: 'random', seed: 12 } as const;
    const options = { ...DEFAULT_OPTIONS, runs: 5 };
    assert.equal(isTaken(start, options), false);
    assert.equal(isTaken(start, { ...options, ...optionsOf(start) }), true);
    assert.equal(isTaken({ init: 'split', seed: 0 }, options), true);
    assert.equal(isTaken(start, { ...options, ...start }), false, 'other seeds would be tried too');
  });
});
