/** The thresholds of ordered dithers: 64 × 64 numbers 0–255, row by row, evenly distributed and tiled. */
import { BLUE_NOISE_SIZE, blueNoise } from './blueNoise';
import type { Dither } from './options';

export type OrderedDither = Extract<Dither, 'bayer' | 'blue-noise'>;

/** Whether a dither looks at a pixel's place only, and not at its neighbors. */
export function isOrdered(kind: Dither): kind is OrderedDither {
  return kind === 'bayer' || kind === 'blue-noise';
}

export const THRESHOLDS_SIZE = BLUE_NOISE_SIZE;
/** `x & mask` is a column, `y & mask` a row of the thresholds. */
export const THRESHOLDS_MASK = THRESHOLDS_SIZE - 1;

const made = new Map<OrderedDither, Uint8Array>();

export function ditherThresholds(kind: OrderedDither): Uint8Array {
  let thresholds = made.get(kind);
  if (!thresholds) {
    thresholds = kind === 'bayer' ? bayer() : Uint8Array.from(blueNoise(), (rank) => rank >> 4);
    made.set(kind, thresholds);
  }
  return thresholds;
}

/** The 8 × 8 matrix of Bayer, "An optimum method for two-level rendition of continuous-tone pictures" (1973). */
function bayer(): Uint8Array {
  return Uint8Array.from({ length: THRESHOLDS_SIZE ** 2 }, (_, i) => {
    const x = i & THRESHOLDS_MASK;
    const y = i >> 6;
    let rank = 0;
    for (let bit = 0; bit < 3; bit++) {
      rank = (rank << 2) | ((((x ^ y) >> bit) & 1) << 1) | ((y >> bit) & 1);
    }
    return 4 * rank + 2;
  });
}
