import { textbookKMeans } from '../textbook';
import type { Contender } from './peer';

export const textbook: Contender = {
  name: 'textbook k-means',
  license: 'MIT',
  handlesAlpha: false,
  canDither: false,
  isSlow: true,
  maxMegapixels: 1,
  note: 'ours, plain, as in tutorials: all pixels, random start, ten iterations, every distance',
  reduce: ({ rgba, width, height }, { k }) => ({ width, height, ...textbookKMeans(rgba, k, 1) }),
};
