import assert from 'node:assert/strict';
import { recordConvergence } from '../../../../src/engine/explore/convergence';
import { compareStarts } from '../../../../src/engine/explore/starts';
import { PaletteSearch } from '../../../../src/engine/paletteSearch';
import { runToEnd } from '../../../../src/engine/steps';
import { photograph } from '../smallPhotograph';

const STARTS = [
  { init: 'split', seed: 0 },
  { init: 'random', seed: 1 },
  { init: 'random', seed: 2 },
  { init: 'random', seed: 1 },
] as const;

describe('Runs from several starts', () => {
  const options = { k: 16, space: 'oklab', locked: [] } as const;
  let search: PaletteSearch;
  before(async () => {
    search = new PaletteSearch(await photograph(200));
  });

  it('end differently from different seeds, and the same from the same', () => {
    const [split, first, second, again] = runToEnd(compareStarts(search, options, STARTS));
    assert.equal(new Set([split!.error, first!.error, second!.error]).size, 3);
    assert.deepEqual(again, first);
  });

  it('end where the convergence from that start does', () => {
    const runs = runToEnd(compareStarts(search, options, STARTS));
    for (const run of runs) {
      const { rounds, end } = runToEnd(recordConvergence(search, options, run));
      assert.deepEqual(
        [run.startError, run.error, run.palette, run.rounds, run.end],
        [rounds[0]!.error, rounds.at(-1)!.error, rounds.at(-1)!.palette, rounds.length - 1, end],
      );
    }
  });
});
