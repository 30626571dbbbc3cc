/**
 * Blue noise: 64 × 64 ranks in which the pixels below any threshold are spread evenly, without the grid of a
 * Bayer matrix. By void and cluster: Robert Ulichney, "The void-and-cluster method for dither array generation"
 * (SPIE 1993). A pixel's energy is the Gaussian sum over the pixels that are set, around the edges; set pixels
 * go where it is least (the largest void) and leave where it is largest (the tightest cluster).
 *
 * Integers throughout, so every machine makes the same; about 20 ms of a small machine.
 */
import { createRandom } from './random';

export const BLUE_NOISE_SIZE = 64;

const SIZE = BLUE_NOISE_SIZE;
const PIXELS = SIZE * SIZE;
/** Ulichney's σ. */
const SIGMA = 1.5;
/** Beyond 7 pixels a Gaussian of that width is under a unit of the energy's scale. */
const RADIUS = 7;
const SCALE = 1 << 16;
/** Share of pixels set in the first pattern. */
const FIRST_SHARE = 0.1;
const SEED = 1;
const STALE = -2;
const NONE = -1;

const GAUSSIAN = Int32Array.from({ length: (2 * RADIUS + 1) ** 2 }, (_, i) => {
  const dx = (i % (2 * RADIUS + 1)) - RADIUS;
  const dy = Math.floor(i / (2 * RADIUS + 1)) - RADIUS;
  return Math.round(SCALE * Math.exp(-(dx * dx + dy * dy) / (2 * SIGMA * SIGMA)));
});

/** The rank of every pixel, 0 to 4095, row by row. */
export function blueNoise(): Uint16Array {
  const pattern = firstPattern();
  const ranks = new Uint16Array(PIXELS);
  const shrinking = pattern.clone();
  for (let rank = pattern.count - 1; rank >= 0; rank--) {
    const pixel = shrinking.tightestCluster();
    shrinking.flip(pixel);
    ranks[pixel] = rank;
  }
  // Energies are sums, so a tightest cluster of free pixels is a largest void: one loop up to the last.
  while (pattern.count < PIXELS) {
    const pixel = pattern.largestVoid();
    ranks[pixel] = pattern.count;
    pattern.flip(pixel);
  }
  return ranks;
}

/** Random pixels, moved from clusters to voids until that changes nothing. */
function firstPattern(): Pattern {
  const pattern = new Pattern();
  const random = createRandom(SEED);
  while (pattern.count < FIRST_SHARE * PIXELS) {
    const pixel = Math.floor(PIXELS * random());
    if (!pattern.isSet[pixel]) pattern.flip(pixel);
  }
  for (;;) {
    const from = pattern.tightestCluster();
    pattern.flip(from);
    const to = pattern.largestVoid();
    pattern.flip(to);
    if (from === to) return pattern;
  }
}

class Pattern {
  count = 0;
  isSet = new Uint8Array(PIXELS);
  private energy = new Int32Array(PIXELS);
  /** The best pixel of each row among those set, and among those free; a flip makes the rows around it stale. */
  private readonly clusters = new Int16Array(SIZE).fill(STALE);
  private readonly voids = new Int16Array(SIZE).fill(STALE);

  clone(): Pattern {
    const copy = new Pattern();
    copy.count = this.count;
    copy.isSet = this.isSet.slice();
    copy.energy = this.energy.slice();
    return copy;
  }

  flip(pixel: number): void {
    const sign = this.isSet[pixel] ? -1 : 1;
    this.isSet[pixel]! ^= 1;
    this.count += sign;
    const x = pixel % SIZE;
    const y = (pixel - x) / SIZE;
    let g = 0;
    for (let dy = -RADIUS; dy <= RADIUS; dy++) {
      const row = (y + dy) & (SIZE - 1);
      this.clusters[row] = this.voids[row] = STALE;
      for (let dx = -RADIUS; dx <= RADIUS; dx++) {
        this.energy[SIZE * row + ((x + dx) & (SIZE - 1))]! += sign * GAUSSIAN[g++]!;
      }
    }
  }

  /** The set pixel of the most energy, the first of several. */
  tightestCluster(): number {
    return this.search(1, 1, this.clusters);
  }

  /** The free pixel of the least energy, the first of several. */
  largestVoid(): number {
    return this.search(0, -1, this.voids);
  }

  private search(state: 0 | 1, sign: 1 | -1, bestOfRows: Int16Array): number {
    const { energy, isSet } = this;
    let best = NONE;
    for (let row = 0; row < SIZE; row++) {
      if (bestOfRows[row] === STALE) {
        let bestOfRow = NONE;
        for (let pixel = SIZE * row; pixel < SIZE * (row + 1); pixel++) {
          if (isSet[pixel] !== state) continue;
          if (bestOfRow === NONE || sign * energy[pixel]! > sign * energy[bestOfRow]!) bestOfRow = pixel;
        }
        bestOfRows[row] = bestOfRow;
      }
      const pixel = bestOfRows[row]!;
      if (pixel !== NONE && (best === NONE || sign * energy[pixel]! > sign * energy[best]!)) best = pixel;
    }
    return best;
  }
}
