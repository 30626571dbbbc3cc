/** A new palette while everything that does not depend on k is kept: what a slider waits for. */
import { DEFAULT_OPTIONS, SPACES, type Space } from '../../src/engine/options';
import type { Effort } from '../../src/engine/paletteSearch';
import { ImageReducer } from '../../src/engine/reduce';
import { runToEnd } from '../../src/engine/steps';
import type { BenchImage } from './benchImages';

const KS = [2, 3, 5, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256];

export interface KeptTiming {
  image: string;
  space: Space;
  effort: Effort;
  k: number;
  ms: number;
}

export function timeNewPalettes(images: readonly BenchImage[]): KeptTiming[] {
  const timings: KeptTiming[] = [];
  for (const { name, pixels } of images) {
    for (const space of SPACES) {
      for (const effort of ['moving', 'quick'] as const) {
        const reducer = new ImageReducer(pixels);
        runToEnd(reducer.palette({ ...DEFAULT_OPTIONS, space, k: 40 }, { effort })); // histogram and split tree
        runToEnd(reducer.palette({ ...DEFAULT_OPTIONS, space, k: 250 }, { effort }));
        for (const k of shuffled(KS)) {
          const startedAt = performance.now();
          runToEnd(reducer.palette({ ...DEFAULT_OPTIONS, space, k }, { effort }));
          timings.push({ image: name, space, effort, k, ms: performance.now() - startedAt });
        }
      }
    }
  }
  return timings;
}

/** Always the same, but neither rising nor falling: every other one from the front, the rest from the back. */
function shuffled(values: readonly number[]): number[] {
  return [...values.filter((_, i) => i % 2 === 0), ...values.filter((_, i) => i % 2 === 1).reverse()];
}
