/**
 * Which two palette colors stand for a color in an ordered dither, and in which ratio.
 *
 * Adding a threshold to each channel, as is often done, presumes evenly spaced colors; a palette found by
 * k-means has none. Here a color p is mixed from its nearest palette color c₁ and that partner c₂ which makes
 *
 *     |p − ((1 − m)·c₁ + m·c₂)|² + λ·m·(1 − m)·|c₂ − c₁|²
 *
 * least: the first term is the error of the mean, the second is how rough the mixture looks (the variance it
 * brings), so that no black dots stand for a missing gray. For a partner at distance D and t the projection of
 * p onto the way there (0 at c₁, at most ½), m = (t − λ/2) / (1 − λ): colors close to c₁ stay as they are. A
 * partner lowers the sum by (t − λ/2)²·D² / (1 − λ), which is under (d − λ·D/2)² / (1 − λ) for p at d from c₁;
 * so the search through c₁'s neighbors, nearest first, ends early.
 *
 * A strength s under 1 leaves more colors as they are: m = ½ + (t − ½) / (s·(1 − λ)), as if thresholds varied
 * less. m stays ½ halfway, so two neighbors meet in the same pattern at any strength.
 */
import { ditherPalette, type DitherPalette } from './ditherNeighbors';
import { DIMENSIONS } from './workingSpace';

/**
 * λ. At strength 1, with Bayer's matrix on the pictures of ditherDiffusion.ts (SSIM, blurred ΔE × 100): 0.02 0.9444
 * 1.07, 0.1 0.9638 1.06, 0.15 0.9664 1.08, 0.2 0.9674 1.11, 0.25 0.9677 1.13, 0.4 0.9667 1.20.
 */
const ROUGHNESS = 0.2;

/**
 * A pair packed in 32 bits, never 0: two palette indices of 12 bits, the lower first, and of 256 parts the
 * number that take the higher: 1–127 where the lower is the nearest, 129–255 where the higher is. A color that
 * is not mixed has both the same.
 */
export type Pair = number;

export function unmixed(index: number): Pair {
  return ((index << 20) | (index << 8) | 128) >>> 0;
}

export function isMixed(pair: Pair): boolean {
  return pair >>> 20 !== ((pair >>> 8) & 0xfff);
}

/** The palette index at a place with the given threshold, 0–255. */
export function indexInPair(pair: Pair, threshold: number): number {
  return threshold < (pair & 255) ? (pair >>> 8) & 0xfff : pair >>> 20;
}

export function nearestInPair(pair: Pair): number {
  return indexInPair(pair, 128);
}

/** Whether two pairs have a palette color in common. */
export function sharesColor(a: Pair, b: Pair): boolean {
  if ((a ^ b) >>> 8 === 0) return true;
  const lower = a >>> 20;
  const higher = (a >>> 8) & 0xfff;
  const otherLower = b >>> 20;
  const otherHigher = (b >>> 8) & 0xfff;
  return lower === otherLower || lower === otherHigher || higher === otherLower || higher === otherHigher;
}

export class DitherPairs {
  private readonly palette: DitherPalette;

  /** `points`: those of `palette` (RGBA bytes) in the working space; `strength`: 0–1. */
  constructor(
    palette: Uint8Array,
    points: Float64Array,
    private readonly strength: number,
  ) {
    this.palette = ditherPalette(palette, points);
  }

  /** The pair for the point at `point[at .. at + 3]`, whose nearest palette color is `nearest`. */
  find(point: Float64Array, at: number, isOpaque: boolean, nearest: number): Pair {
    const { points, ofOpaque, ofTranslucent } = this.palette;
    if (this.strength === 0 || (isOpaque && this.palette.isOpaque[nearest] === 0)) return unmixed(nearest);
    const neighbors = isOpaque ? ofOpaque : ofTranslucent;
    const n = DIMENSIONS * nearest;
    const v0 = point[at]! - points[n]!;
    const v1 = point[at + 1]! - points[n + 1]!;
    const v2 = point[at + 2]! - points[n + 2]!;
    const v3 = point[at + 3]! - points[n + 3]!;
    const distance = Math.sqrt(v0 * v0 + v1 * v1 + v2 * v2 + v3 * v3);
    const first = neighbors.first(nearest);
    const end = neighbors.end(nearest);
    let partner = nearest;
    let projection = 0;
    let mostGain = 0; // its square root, without the factor that all have
    for (let c = first; c < end; c++) {
      const length = neighbors.distances[c]!;
      if (distance - (ROUGHNESS / 2) * length <= mostGain) break;
      const other = neighbors.indices[c]!;
      const o = DIMENSIONS * other;
      const along =
        (v0 * (points[o]! - points[n]!) +
          v1 * (points[o + 1]! - points[n + 1]!) +
          v2 * (points[o + 2]! - points[n + 2]!) +
          v3 * (points[o + 3]! - points[n + 3]!)) /
        length;
      const gain = along - (ROUGHNESS / 2) * length;
      if (gain <= mostGain) continue;
      mostGain = gain;
      partner = other;
      projection = along / length;
    }
    if (partner === nearest) return unmixed(nearest);
    const ratio = 0.5 + (projection - 0.5) / (this.strength * (1 - ROUGHNESS));
    const parts = Math.min(127, Math.round(256 * ratio));
    if (parts <= 0) return unmixed(nearest);
    return partner > nearest
      ? ((nearest << 20) | (partner << 8) | parts) >>> 0
      : ((partner << 20) | (nearest << 8) | (256 - parts)) >>> 0;
  }
}
