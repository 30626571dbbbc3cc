/**
 * The palette colors that can be nearest to a color of a cell of opaque colors, 5 bits a channel.
 *
 * All colors of the cell lie in a ball. With n the palette color nearest to its center, another color q is nearest
 * to something in the ball only if the plane halfway between n and q cuts the ball: if
 *
 *     (|q − center|² − |n − center|²) / (2 · |q − n|)
 *
 * is at most the radius. Of 256 colors two or three remain on average; gathering them costs a distance to each, once
 * for a cell that is asked for.
 */
import { DIMENSIONS, pointsOfPalette, type WorkingSpace } from './workingSpace';

const CELLS = 1 << 15;
/** Slack for rounding; far under the distance of two neighboring colors. */
const ROUNDING = 1e-9;

export class CellCandidates {
  private readonly points: Float64Array;
  /** Where a cell's candidates begin in `list`; −1 = not yet gathered. */
  private readonly firsts = new Int32Array(CELLS).fill(-1);
  private readonly counts = new Uint16Array(CELLS);
  /** Palette indices, rising within a cell. */
  private list = new Uint16Array(1 << 14);
  private listEnd = 0;
  private readonly balls: CellBalls;
  private readonly distances: Float64Array;

  /** `palette`: RGBA, `4 · colors` bytes, 1 to 4096 colors. */
  constructor(palette: Uint8Array, space: WorkingSpace) {
    this.points = pointsOfPalette(palette, space);
    this.distances = new Float64Array(palette.length / DIMENSIONS);
    this.balls = CellBalls.of(space);
  }

  /** The palette color of all colors of the cell, or −1 if there may be several. */
  onlyOne(cell: number): number {
    if (this.firsts[cell] === -1) this.gather(cell);
    return this.counts[cell] === 1 ? this.list[this.firsts[cell]!]! : -1;
  }

  /** The palette color nearest to `point`, a color of the cell; the first of several. Ask `onlyOne` before. */
  nearest(cell: number, point: Float64Array): number {
    const { points, list } = this;
    const p0 = point[0]!;
    const p1 = point[1]!;
    const p2 = point[2]!;
    const p3 = point[3]!;
    let best = 0;
    let least = Infinity;
    for (let c = this.firsts[cell]!, end = c + this.counts[cell]!; c < end; c++) {
      const at = DIMENSIONS * list[c]!;
      const d0 = p0 - points[at]!;
      const d1 = p1 - points[at + 1]!;
      const d2 = p2 - points[at + 2]!;
      const d3 = p3 - points[at + 3]!;
      const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      if (distance < least) {
        least = distance;
        best = list[c]!;
      }
    }
    return best;
  }

  private gather(cell: number): void {
    const { points, distances } = this;
    const { centers, radii } = this.balls;
    if (radii[cell] === 0) this.balls.compute(cell);
    const radius = radii[cell]!;
    const c0 = centers[DIMENSIONS * cell]!;
    const c1 = centers[DIMENSIONS * cell + 1]!;
    const c2 = centers[DIMENSIONS * cell + 2]!;
    const c3 = centers[DIMENSIONS * cell + 3]!;
    let nearest = 0;
    for (let q = 0, at = 0; q < distances.length; q++, at += DIMENSIONS) {
      const d0 = c0 - points[at]!;
      const d1 = c1 - points[at + 1]!;
      const d2 = c2 - points[at + 2]!;
      const d3 = c3 - points[at + 3]!;
      distances[q] = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      if (distances[q]! < distances[nearest]!) nearest = q;
    }
    const least = distances[nearest]!;
    const farthest = (Math.sqrt(least) + 2 * radius) ** 2; // beyond it no plane can cut the ball
    if (this.listEnd + distances.length > this.list.length) this.enlargeList();
    this.firsts[cell] = this.listEnd;
    for (let q = 0; q < distances.length; q++) {
      if (distances[q]! > farthest) continue;
      const gap = distances[q]! - least;
      if (gap * gap <= 4 * radius * radius * this.between(nearest, q)) this.list[this.listEnd++] = q;
    }
    this.counts[cell] = this.listEnd - this.firsts[cell];
  }

  /** Squared distance of two palette colors. */
  private between(a: number, b: number): number {
    const { points } = this;
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++)
      sum += (points[DIMENSIONS * a + d]! - points[DIMENSIONS * b + d]!) ** 2;
    return sum;
  }

  private enlargeList(): void {
    const larger = new Uint16Array(2 * (this.listEnd + this.distances.length));
    larger.set(this.list);
    this.list = larger;
  }
}

/** A ball around every cell that was asked for. No palette changes it, so it is kept: a megabyte for each space. */
class CellBalls {
  private static readonly known = new Map<WorkingSpace, CellBalls>();

  readonly centers = new Float64Array(DIMENSIONS * CELLS);
  /** 0 = not yet computed. */
  readonly radii = new Float64Array(CELLS);

  private constructor(private readonly space: WorkingSpace) {}

  static of(space: WorkingSpace): CellBalls {
    const balls = CellBalls.known.get(space) ?? new CellBalls(space);
    CellBalls.known.set(space, balls);
    return balls;
  }

  compute(cell: number): void {
    const lo = [(cell >>> 10) << 3, ((cell >>> 5) & 31) << 3, (cell & 31) << 3];
    const hi = lo.map((channel) => channel + 7);
    const center = this.centers.subarray(DIMENSIONS * cell, DIMENSIONS * cell + DIMENSIONS);
    this.radii[cell] = this.space.ballAround(lo, hi, center) + ROUNDING;
  }
}
