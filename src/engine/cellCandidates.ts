/**
 * The palette colors that can be nearest to a color of a cell of opaque colors, 5 bits a channel.
 *
 * All colors of the cell lie in a ball. With n the palette color nearest to its center, another color q is nearest
 * to something in the ball only if the plane halfway between n and q cuts the ball: if
 *
 *     (|q − center|² − |n − center|²) / (2 · |q − n|)
 *
 * is at most the radius. Of 256 colors two or three remain on average. Gathering them costs a distance to each
 * candidate of the eight times as wide cell around it, which were gathered from all in the same way.
 */
import { DIMENSIONS, pointsOfPalette, type WorkingSpace } from './workingSpace';

/** Bits a channel of the cells, and of those around them. */
const BITS = [2, 4, 5] as const;
/** Slack for rounding, and for roots that are near to exact; far under the distance of two neighboring colors. */
const ROUNDING = 1e-8;

export class CellCandidates {
  private readonly points: Float64Array;
  private readonly levels: Level[];
  private readonly finest: Level;
  private readonly everyColor: { list: Uint16Array; first: number; count: number };
  private readonly distances: Float64Array;

  /** `palette`: RGBA, `4 · colors` bytes, 1 to 4096 colors. */
  constructor(palette: Uint8Array, space: WorkingSpace) {
    this.points = pointsOfPalette(palette, space);
    const colors = palette.length / DIMENSIONS;
    this.distances = new Float64Array(colors);
    this.everyColor = { list: Uint16Array.from(this.distances.keys()), first: 0, count: colors };
    this.levels = BITS.map((bits) => new Level(bits, CellBalls.of(space, bits)));
    this.finest = this.levels[this.levels.length - 1]!;
  }

  /** The palette color of all colors of the cell, or −1 if there may be several. */
  onlyOne(cell: number): number {
    const finest = this.finest;
    if (finest.firsts[cell] === NOT_YET) this.gather(this.levels.length - 1, cell);
    return finest.counts[cell] === 1 ? finest.list[finest.firsts[cell]!]! : -1;
  }

  /** The palette color nearest to `point`, a color of the cell; the first of several. Ask `onlyOne` before. */
  nearest(cell: number, point: Float64Array): number {
    const { points } = this;
    const { list, firsts, counts } = this.finest;
    const p0 = point[0]!;
    const p1 = point[1]!;
    const p2 = point[2]!;
    const p3 = point[3]!;
    let best = 0;
    let least = Infinity;
    for (let c = firsts[cell]!, end = c + counts[cell]!; c < end; c++) {
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

  /** Writes the cell's candidates into its level's list. */
  private gather(depth: number, cell: number): void {
    const { points, distances } = this;
    const level = this.levels[depth]!;
    const { list: among, first, count } = depth === 0 ? this.everyColor : this.around(depth, cell);
    const { centers, radii } = level.balls;
    if (radii[cell] === 0) level.balls.compute(cell);
    const radius = radii[cell]!;
    const c0 = centers[DIMENSIONS * cell]!;
    const c1 = centers[DIMENSIONS * cell + 1]!;
    const c2 = centers[DIMENSIONS * cell + 2]!;
    const c3 = centers[DIMENSIONS * cell + 3]!;
    let least = Infinity;
    let nearest = 0;
    for (let i = 0; i < count; i++) {
      const at = DIMENSIONS * among[first + i]!;
      const d0 = c0 - points[at]!;
      const d1 = c1 - points[at + 1]!;
      const d2 = c2 - points[at + 2]!;
      const d3 = c3 - points[at + 3]!;
      const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      distances[i] = distance;
      if (distance < least) {
        least = distance;
        nearest = among[first + i]!;
      }
    }
    const farthest = (Math.sqrt(least) + 2 * radius) ** 2; // beyond it no plane can cut the ball
    const list = level.begin(cell, count);
    let end = level.firsts[cell]!;
    for (let i = 0; i < count; i++) {
      const distance = distances[i]!;
      if (distance > farthest) continue;
      const gap = distance - least;
      const color = among[first + i]!;
      if (gap * gap <= 4 * radius * radius * this.between(nearest, color)) list[end++] = color;
    }
    level.finish(cell, end);
  }

  /** The candidates of the cell of the level above that the cell lies in. */
  private around(depth: number, cell: number): { list: Uint16Array; first: number; count: number } {
    const [bits, bitsAbove] = [BITS[depth]!, BITS[depth - 1]!];
    const above = this.levels[depth - 1]!;
    const drop = bits - bitsAbove;
    const mask = (1 << bitsAbove) - 1;
    const parent =
      ((cell >> (2 * bits + drop)) << (2 * bitsAbove)) |
      (((cell >> (bits + drop)) & mask) << bitsAbove) |
      ((cell >> drop) & mask);
    if (above.firsts[parent] === NOT_YET) this.gather(depth - 1, parent);
    return { list: above.list, first: above.firsts[parent]!, count: above.counts[parent]! };
  }

  /** Squared distance of two palette colors. */
  private between(a: number, b: number): number {
    const { points } = this;
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++)
      sum += (points[DIMENSIONS * a + d]! - points[DIMENSIONS * b + d]!) ** 2;
    return sum;
  }
}

const NOT_YET = -1;

/** The candidates of all cells of one size that were asked for. */
class Level {
  /** Where a cell's candidates begin in `list`, or `NOT_YET`. */
  readonly firsts: Int32Array;
  readonly counts: Uint16Array;
  /** Palette indices, rising within a cell. */
  list = new Uint16Array(1 << 14);
  private listEnd = 0;

  constructor(
    bits: number,
    readonly balls: CellBalls,
  ) {
    this.firsts = new Int32Array(1 << (3 * bits)).fill(NOT_YET);
    this.counts = new Uint16Array(1 << (3 * bits));
  }

  /** Makes room for up to `most` candidates from where the cell's begin. */
  begin(cell: number, most: number): Uint16Array {
    this.firsts[cell] = this.listEnd;
    if (this.listEnd + most > this.list.length) {
      const larger = new Uint16Array(2 * (this.listEnd + most));
      larger.set(this.list);
      this.list = larger;
    }
    return this.list;
  }

  finish(cell: number, end: number): void {
    this.counts[cell] = end - this.listEnd;
    this.listEnd = end;
  }
}

/** A ball around every cell that was asked for. No palette changes it, so it is kept: a megabyte for each space. */
class CellBalls {
  private static readonly known = new Map<WorkingSpace, CellBalls[]>();

  readonly centers: Float64Array;
  /** 0 = not yet computed. */
  readonly radii: Float64Array;

  private constructor(
    private readonly space: WorkingSpace,
    private readonly bits: number,
  ) {
    this.centers = new Float64Array(DIMENSIONS << (3 * bits));
    this.radii = new Float64Array(1 << (3 * bits));
  }

  static of(space: WorkingSpace, bits: number): CellBalls {
    const ofSpace = CellBalls.known.get(space) ?? [];
    CellBalls.known.set(space, ofSpace);
    return (ofSpace[bits] ??= new CellBalls(space, bits));
  }

  compute(cell: number): void {
    const { bits } = this;
    const mask = (1 << bits) - 1;
    const lo = [cell >>> (2 * bits), (cell >>> bits) & mask, cell & mask].map((place) => place << (8 - bits));
    const hi = lo.map((channel) => channel + (1 << (8 - bits)) - 1);
    const center = this.centers.subarray(DIMENSIONS * cell, DIMENSIONS * cell + DIMENSIONS);
    this.radii[cell] = this.space.ballAround(lo, hi, center) + ROUNDING;
  }
}
