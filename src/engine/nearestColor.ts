/**
 * The nearest palette color of a point, exactly. Colors are sorted along the first coordinate (lightness in
 * OKLab, red in sRGB); a search walks away from the point's place in both directions and stops where that
 * coordinate alone is farther than the best found. On a tie the lowest index wins, as in a plain loop.
 * About 30 of 256 colors are looked at.
 */
import { DIMENSIONS, pointsOfPalette, type WorkingSpace } from './workingSpace';

export class NearestColor {
  private readonly indices: Uint16Array;
  /** The points in sorted order. */
  private readonly sorted: Float64Array;
  /** Squared distance of the last find. */
  distance = 0;

  /** `palette`: RGBA, `4 · colors` bytes, at least one color. */
  constructor(palette: Uint8Array, space: WorkingSpace) {
    const points = pointsOfPalette(palette, space);
    const order = Array.from({ length: palette.length / DIMENSIONS }, (_, index) => index);
    order.sort((a, b) => points[DIMENSIONS * a]! - points[DIMENSIONS * b]! || a - b);
    this.indices = Uint16Array.from(order);
    this.sorted = new Float64Array(points.length);
    order.forEach((index, place) => {
      const at = DIMENSIONS * index;
      this.sorted.set(points.subarray(at, at + DIMENSIONS), DIMENSIONS * place);
    });
  }

  /** The index of the color nearest to the point at `point[at .. at + 3]`. */
  find(point: Float64Array, at: number): number {
    const { sorted, indices } = this;
    const count = indices.length;
    const p0 = point[at]!;
    const p1 = point[at + 1]!;
    const p2 = point[at + 2]!;
    const p3 = point[at + 3]!;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[DIMENSIONS * middle]! < p0) low = middle + 1;
      else high = middle;
    }
    let best = -1;
    let bestDistance = Infinity;
    let up = low;
    let down = low - 1;
    while (up < count || down >= 0) {
      const above = up < count ? sorted[DIMENSIONS * up]! - p0 : Infinity;
      const below = down >= 0 ? p0 - sorted[DIMENSIONS * down]! : Infinity;
      const place = above <= below ? up++ : down--;
      const gap = above <= below ? above : below;
      if (gap * gap > bestDistance) break;
      const s = DIMENSIONS * place;
      const d1 = p1 - sorted[s + 1]!;
      const d2 = p2 - sorted[s + 2]!;
      const d3 = p3 - sorted[s + 3]!;
      const distance = gap * gap + d1 * d1 + d2 * d2 + d3 * d3;
      if (distance > bestDistance) continue;
      const index = indices[place]!;
      if (distance < bestDistance || index < best) best = index;
      bestDistance = distance;
    }
    this.distance = bestDistance;
    return best;
  }
}
