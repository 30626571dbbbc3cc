/** Which starts are compared, and what their runs say. */
import type { RunStart } from '../../../engine/explore/plainKMeans';
import type { StartRun } from '../../../engine/explore/starts';
import { SEED_MAX, type Init, type ReduceOptions } from '../../../engine/options';

/** How the seeds' lots are drawn. */
export const DRAWN_INITS = ['random', 'kmeans++'] as const satisfies readonly Init[];
export type DrawnInit = (typeof DRAWN_INITS)[number];

/** The deterministic start, then `count` drawn ones with seeds from `firstSeed` on. */
export function comparedStarts(init: DrawnInit, firstSeed: number, count: number): RunStart[] {
  const drawn = Array.from({ length: count }, (_, i): RunStart => {
    return { init, seed: (firstSeed + i) % (SEED_MAX + 1) };
  });
  return [{ init: 'split', seed: 0 }, ...drawn];
}

export interface RankedRun extends StartRun {
  /** By which share its error is above that of the best, 0 for that. */
  above: number;
  isBest: boolean;
}

/** In the same order. Of several that are equally good the first is the best. */
export function rankRuns(runs: readonly StartRun[]): RankedRun[] {
  const least = Math.min(...runs.map(({ error }) => error));
  const best = runs.findIndex(({ error }) => error === least);
  return runs.map((run, i) => ({
    ...run,
    above: run.error === least ? 0 : run.error / least - 1,
    isBest: i === best,
  }));
}

/** The options that have the reduction start there, and nowhere else. */
export function optionsOf({ init, seed }: RunStart): Partial<ReduceOptions> {
  return init === 'split' ? { init } : { init, seed, runs: 1 };
}

export function isTaken(start: RunStart, options: ReduceOptions): boolean {
  return Object.entries(optionsOf(start)).every(
    ([name, value]) => options[name as keyof ReduceOptions] === value,
  );
}
