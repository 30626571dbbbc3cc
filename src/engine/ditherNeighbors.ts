/**
 * The palette colors around each palette color, nearest first: what a dither mixes, and how far apart colors
 * lie there. Lists are made when first asked for and hold the 64 nearest; O(k) each.
 */
import { DIMENSIONS } from './workingSpace';

/**
 * Colors that differ by more in alpha are no neighbors: opaque dots for a faint shadow, or holes in an outline,
 * catch the eye more than a shadow that ends early.
 */
const MOST_ALPHA = 128;
/** With farther ones nobody mixes: k-means leaves a color 12 to 20 neighbors. */
const LIMIT = 64;

export class DitherNeighbors {
  /** Neighbors of color c from `LIMIT · c` on. */
  readonly indices: Uint16Array;
  readonly distances: Float64Array;
  private readonly counts: Int16Array;

  /** `members`: the colors of `palette` (RGBA) that count as neighbors; `points`: all of them as points. */
  constructor(
    private readonly palette: Uint8Array,
    private readonly points: Float64Array,
    private readonly members: Uint16Array,
  ) {
    const colors = points.length / DIMENSIONS;
    this.indices = new Uint16Array(LIMIT * colors);
    this.distances = new Float64Array(LIMIT * colors);
    this.counts = new Int16Array(colors).fill(-1);
  }

  /** Where the list of a color begins. */
  first(color: number): number {
    if (this.counts[color]! < 0) this.gather(color);
    return LIMIT * color;
  }

  /** Where the list of a color ends, after `first`. */
  end(color: number): number {
    return LIMIT * color + this.counts[color]!;
  }

  /** Distance to the nearest other color; infinite when there is none. */
  spacing(color: number): number {
    const first = this.first(color);
    return this.counts[color] === 0 ? Infinity : this.distances[first]!;
  }

  private gather(color: number): void {
    const { points, indices, distances, palette } = this;
    const first = LIMIT * color;
    const own = DIMENSIONS * color;
    let count = 0;
    for (const other of this.members) {
      if (other === color) continue;
      if (Math.abs(palette[4 * other + 3]! - palette[4 * color + 3]!) > MOST_ALPHA) continue;
      const at = DIMENSIONS * other;
      const d0 = points[at]! - points[own]!;
      const d1 = points[at + 1]! - points[own + 1]!;
      const d2 = points[at + 2]! - points[own + 2]!;
      const d3 = points[at + 3]! - points[own + 3]!;
      const distance = Math.sqrt(d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3);
      if (count === LIMIT && distance >= distances[first + LIMIT - 1]!) continue;
      let place = first + (count < LIMIT ? count++ : LIMIT - 1);
      for (; place > first && distances[place - 1]! > distance; place--) {
        distances[place] = distances[place - 1]!;
        indices[place] = indices[place - 1]!;
      }
      distances[place] = distance;
      indices[place] = other;
    }
    this.counts[color] = count;
  }
}

/** Neighbors for opaque pixels are opaque, so that a dither never makes holes; for translucent ones, all colors. */
export interface DitherPalette {
  points: Float64Array;
  isOpaque: Uint8Array;
  ofOpaque: DitherNeighbors;
  ofTranslucent: DitherNeighbors;
}

/** `points`: those of `palette` in the working space. */
export function ditherPalette(palette: Uint8Array, points: Float64Array): DitherPalette {
  const isOpaque = Uint8Array.from({ length: palette.length / 4 }, (_, color) =>
    Number(palette[4 * color + 3] === 255),
  );
  const all = Uint16Array.from(isOpaque.keys());
  const ofTranslucent = new DitherNeighbors(palette, points, all);
  const opaque = all.filter((color) => isOpaque[color] === 1);
  const ofOpaque =
    opaque.length === all.length ? ofTranslucent : new DitherNeighbors(palette, points, opaque);
  return { points, isOpaque, ofOpaque, ofTranslucent };
}
