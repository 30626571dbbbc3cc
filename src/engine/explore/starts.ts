/**
 * k-means from several starts, to see how much the start decides: it only ever finds the bottom of the valley that it
 * starts in (Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding", 2007, show how bad that can be).
 */
import type { PaletteSearch } from '../paletteSearch';
import type { Steps } from '../steps';
import { recordConvergence, type Convergence } from './convergence';
import type { RunOptions, RunStart } from './plainKMeans';

export interface StartRun extends RunStart {
  /** Where it ended: RGBA, in the order of the file. Two colors may be the same. */
  palette: Uint8Array;
  /** Share of the image's pixels of every color, 0–1. */
  shares: Float32Array;
  /** Mean squared distance of a pixel to its color, in the working space: at the start … */
  startError: number;
  /** … and at the end. */
  error: number;
  /** Rounds after the start. */
  rounds: number;
  end: Convergence['end'];
}

/** One run after the other, in the order of `starts`. */
export function* compareStarts(
  search: PaletteSearch,
  options: RunOptions,
  starts: readonly RunStart[],
): Steps<StartRun[]> {
  const runs: StartRun[] = [];
  for (const { init, seed } of starts) {
    const { rounds, end } = yield* recordConvergence(search, options, { init, seed });
    const { palette, shares, error } = rounds.at(-1)!; // the start at least
    runs.push({
      init,
      seed,
      palette,
      shares,
      startError: rounds[0]!.error,
      error,
      rounds: rounds.length - 1,
      end,
    });
    yield;
  }
  return runs;
}
