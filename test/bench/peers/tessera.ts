/** This project's engine: `quick` as when a result is wanted at once, `rest` with up to a second of improving. */
import { DEFAULT_OPTIONS, type ReduceOptions, type Space } from '../../../src/engine/options';
import { ImageReducer } from '../../../src/engine/reduce';
import { runToEnd } from '../../../src/engine/steps';
import type { Contender } from './peer';

type Pace = 'quick' | 'rest';

export const OUR_NAMES = {
  oklab: { quick: 'Tessera OKLab, quick', rest: 'Tessera OKLab, rest' },
  rgb: { quick: 'Tessera sRGB, quick', rest: 'Tessera sRGB, rest' },
} as const;

function tessera(space: Space, pace: Pace): Contender {
  return {
    name: OUR_NAMES[space][pace],
    license: 'MIT',
    handlesAlpha: true,
    canDither: true,
    reduce: (pixels, { k, dither }, clock) => {
      const options: ReduceOptions = {
        ...DEFAULT_OPTIONS,
        k,
        space,
        dither: dither ? 'floyd-steinberg' : 'none',
      };
      const limits = { effort: pace };
      const reducer = new ImageReducer(pixels);
      const { improvement } = runToEnd(reducer.palette(options, limits));
      clock.paletteReady();
      clock.improvement = improvement;
      return runToEnd(reducer.reduce(options, limits)).picture;
    },
  };
}

export const OURS: readonly Contender[] = [
  tessera('oklab', 'quick'),
  tessera('oklab', 'rest'),
  tessera('rgb', 'quick'),
  tessera('rgb', 'rest'),
];

export function isOurs(name: string): boolean {
  return OURS.some((contender) => contender.name === name);
}
