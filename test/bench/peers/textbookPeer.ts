import { textbookKMeans, type TextbookLimits } from '../textbook';
import type { Contender, Reduce } from './peer';

const TEXTBOOK = { license: 'MIT', handlesAlpha: false, canDither: false, isSlow: true, maxMegapixels: 1 };

export const textbook: Contender = {
  ...TEXTBOOK,
  name: 'textbook k-means, 10 rounds',
  note: 'ours, plain, as in tutorials: all pixels, random start, every distance, over typed arrays',
  reduce: reduceBy({ iterations: 10 }),
};

/** Takes up to a minute, so it is only timed, and at one k. */
export const textbookConverged: Contender = {
  ...TEXTBOOK,
  name: 'textbook k-means, converged',
  note: 'the same until it converges as by the defaults of scikit-learn (tolerance 0.0001, at most 300 rounds)',
  reduce: reduceBy({ iterations: 300, tolerance: 1e-4 }),
};

function reduceBy(limits: TextbookLimits): Reduce {
  return ({ rgba, width, height }, { k }, clock) => {
    const { palette, indices, iterations } = textbookKMeans(rgba, k, 1, limits);
    clock.rounds = iterations;
    return { width, height, palette, indices };
  };
}
