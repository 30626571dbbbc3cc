import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { recordConvergence, type Convergence } from '../../../../src/engine/explore/convergence';
import { startPlainKMeans, type RunStart } from '../../../../src/engine/explore/plainKMeans';
import { INITS, SPACES, type Space } from '../../../../src/engine/options';
import { PaletteSearch } from '../../../../src/engine/paletteSearch';
import { runToEnd } from '../../../../src/engine/steps';
import { DIMENSIONS } from '../../../../src/engine/workingSpace';
import { distinctColors, noisyPicture, pictureOf } from '../pictures';
import { photograph } from '../smallPhotograph';
import { textbookRounds } from './textbookKMeans';

interface Case {
  seed: number;
  k: number;
  space: Space;
  start: RunStart;
  alpha: 'opaque' | 'mixed';
}

const cases: fc.Arbitrary<Case> = fc.record({
  seed: fc.nat(),
  k: fc.integer({ min: 2, max: 24 }),
  space: fc.constantFrom(...SPACES),
  start: fc.record({ init: fc.constantFrom(...INITS), seed: fc.nat() }),
  alpha: fc.constantFrom('opaque', 'mixed'),
});

function searchOf({ seed, alpha }: Case): PaletteSearch {
  return new PaletteSearch(noisyPicture({ seed, width: 20, height: 15, alpha }));
}

function record(given: Case, maxRounds?: number): Convergence {
  const options = { k: given.k, space: given.space, locked: [] };
  return runToEnd(recordConvergence(searchOf(given), options, given.start, maxRounds));
}

const colorsOf = (palette: Uint8Array) =>
  Array.from({ length: palette.length / 4 }, (_, i) => palette.subarray(4 * i, 4 * i + 4).join());

describe('A recorded convergence', () => {
  it('never raises the error from one round to the next', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const errors = record(given).rounds.map(({ error }) => error);
        for (let i = 1; i < errors.length; i++)
          assert.ok(errors[i]! <= errors[i - 1]! + 1e-12, errors.join());
      }),
    );
  });

  it('goes the same way as the textbook’s k-means, round by round', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const options = { k: given.k, space: given.space, locked: [] };
        const start = runToEnd(startPlainKMeans(searchOf(given), options, given.start));
        const expected = textbookRounds(start.clustering, 400);
        fc.pre(expected !== undefined);
        const { rounds, end } = record(given, 400);
        assert.equal(end, 'settled');
        assert.equal(rounds.length, expected.length);
        rounds.forEach((round, i) => {
          const { error, changed } = expected[i]!;
          assert.ok(Math.abs(round.error * start.pixels - error) < 1e-9 * (1 + error), `round ${i}`);
          assert.equal(round.changed, changed, `colors that changed in round ${i}`);
        });
      }),
    );
  });

  it('ends where a further round would change nothing', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { rounds, end } = record(given);
        assert.equal(end, 'settled');
        const last = rounds.at(-1)!;
        assert.deepEqual([last.changed, last.changedShare], [0, 0]);
        assert.ok(rounds.slice(1, -1).every(({ changed, changedShare }) => changed > 0 && changedShare > 0));
        const capped = record(given, rounds.length - 1);
        assert.deepEqual(capped.rounds, rounds, 'the last round may be the last that is allowed');
      }),
    );
  });

  it('stops at the cap and says so', async () => {
    const search = new PaletteSearch(await photograph(200));
    const options = { k: 16, space: 'oklab', locked: [] } as const;
    const { rounds, end } = runToEnd(recordConvergence(search, options, { init: 'random', seed: 1 }, 4));
    assert.equal(rounds.length, 5);
    assert.equal(end, 'capped');
  });

  it('has the shares of all pixels in every round', () => {
    fc.assert(
      fc.property(cases, (given) => {
        for (const { shares, palette } of record(given).rounds) {
          assert.equal(shares.length, palette.length / 4);
          const sum = shares.reduce((total, share) => total + share, 0);
          assert.ok(Math.abs(sum - 1) < 1e-4, `${sum}`);
        }
      }),
    );
  });

  it('keeps locked colors and the transparent one where they are, in every round', () => {
    const search = new PaletteSearch(noisyPicture({ seed: 5, alpha: 'mixed' }));
    const options = { k: 9, space: 'oklab', locked: ['#ff8000', '#00000080'] } as const;
    for (const init of INITS) {
      const { rounds } = runToEnd(recordConvergence(search, options, { init, seed: 3 }));
      const places = ['255,128,0,255', '0,0,0,128', '0,0,0,0'].map((color) =>
        colorsOf(rounds[0]!.palette).indexOf(color),
      );
      assert.ok(places.every((place) => place >= 0));
      for (const { palette } of rounds) {
        assert.deepEqual(
          places.map((place) => colorsOf(palette)[place]),
          ['255,128,0,255', '0,0,0,128', '0,0,0,0'],
        );
      }
    }
  });

  it('keeps every cluster in its place, so that it can be followed', async () => {
    const search = new PaletteSearch(await photograph(200));
    const options = { k: 8, space: 'rgb', locked: [] } as const;
    const { rounds } = runToEnd(recordConvergence(search, options, { init: 'kmeans++', seed: 2 }));
    rounds.slice(1).forEach(({ palette, farthest }, i) => {
      const before = rounds[i]!.palette;
      for (let at = 0; at < palette.length; at += DIMENSIONS) {
        const moved = Math.hypot(...[0, 1, 2].map((c) => (palette[at + c]! - before[at + c]!) / 255));
        assert.ok(moved <= farthest + 0.01, `cluster ${at / 4} moved ${moved} of ${farthest}`);
      }
    });
  });

  it('is at rest from the start when there are enough colors for all', () => {
    const picture = pictureOf([
      [255, 0, 0, 255],
      [0, 255, 0, 255],
      [0, 0, 255, 255],
      [0, 0, 0, 0],
    ]);
    const options = { k: 6, space: 'oklab', locked: [] } as const;
    for (const init of INITS) {
      const { rounds, end } = runToEnd(
        recordConvergence(new PaletteSearch(picture), options, { init, seed: 1 }),
      );
      assert.equal(end, 'settled');
      assert.equal(rounds.length, 2);
      assert.ok(rounds[1]!.error < 1e-12);
      assert.deepEqual(
        new Set(colorsOf(rounds[1]!.palette)),
        new Set([...distinctColors(picture.rgba)].map((c) => (c === 'transparent' ? '0,0,0,0' : c))),
      );
    }
  });

  it('refuses more locked colors than the palette has places', () => {
    const search = new PaletteSearch(noisyPicture({ seed: 1 }));
    const options = { k: 2, space: 'rgb', locked: ['#000000', '#ffffff', '#ff0000'] } as const;
    assert.throws(
      () => runToEnd(recordConvergence(search, options, { init: 'split', seed: 1 })),
      /3 colors can't be locked in a palette of 2/,
    );
  });
});
