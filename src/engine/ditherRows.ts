/**
 * From the pairs of a picture's colors to the indices of its pixels, row by row: for the result and for the
 * preview.
 *
 * A mixture needs an area to be seen as one. So a pixel is mixed only when all four pixels around it are of
 * pairs that have a color in common with its own, as in a smooth area; the soft edge of a letter or an outline
 * takes its nearest color. On photographs that changes neither SSIM nor the look and saves 3 % of the file; on
 * screenshots and icons it takes away half of what dithering adds to the file.
 */
import { indexInPair, isMixed, nearestInPair, sharesColor, type Pair } from './ditherPairs';
import { THRESHOLDS_MASK, THRESHOLDS_SIZE } from './ditherThresholds';

/** Writes the pairs of row `y` to `pairs`, one a pixel. */
export type FillPairs = (y: number, pairs: Uint32Array) => void;

export class DitherRows {
  private readonly ring: Uint32Array[];

  constructor(
    private readonly height: number,
    width: number,
    private readonly thresholds: Uint8Array,
    private readonly fill: FillPairs,
  ) {
    this.ring = Array.from({ length: 3 }, () => new Uint32Array(width));
  }

  /** Writes the palette indices of row `y` to `indices` from `at` on. Rows are to be asked for from 0 on, once each. */
  write(y: number, indices: Uint8Array | Uint16Array, at: number): void {
    const { thresholds } = this;
    if (y === 0) this.fill(0, this.ring[0]!);
    if (y + 1 < this.height) this.fill(y + 1, this.ring[(y + 1) % 3]!);
    const own = this.ring[y % 3]!;
    // What lies outside of the picture is as its last row and column.
    const above = y > 0 ? this.ring[(y - 1) % 3]! : own;
    const below = y + 1 < this.height ? this.ring[(y + 1) % 3]! : own;
    const row = THRESHOLDS_SIZE * (y & THRESHOLDS_MASK);
    const last = own.length - 1;
    for (let x = 0; x <= last; x++) {
      const pair: Pair = own[x]!;
      if (!isMixed(pair)) {
        indices[at + x] = pair >>> 20;
        continue;
      }
      const isInside =
        sharesColor(pair, above[x]!) &&
        sharesColor(pair, below[x]!) &&
        sharesColor(pair, own[x > 0 ? x - 1 : 0]!) &&
        sharesColor(pair, own[x < last ? x + 1 : last]!);
      indices[at + x] = isInside
        ? indexInPair(pair, thresholds[row + (x & THRESHOLDS_MASK)]!)
        : nearestInPair(pair);
    }
  }
}
