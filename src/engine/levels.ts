/**
 * An image's histogram at three levels of detail, so that each question costs no more than it needs.
 *
 * - `coarse` answers a moving slider: cells of 5 bits a channel, a few thousand entries for a photograph.
 * - `medium` is where the result is found: cells of 6 bits. The one pass over the pixels that everything needs.
 * - `fine` is where it is finished: every color, or for large pictures cells of 7 bits. At 256 colors that is
 *   worth 1 to 3 % of the error (measured on photographs of 0.4 megapixels); at 16 next to nothing.
 *
 * An image of few colors has only one level, with all of them.
 */
import { buildCellHistogram, buildExactHistogram, buildHistogram, type Histogram } from './histogram';
import { cellCount, cellOf } from './histogramCells';
import type { Pixels } from './pixels';
import type { Steps } from './steps';

export type Level = 'coarse' | 'medium' | 'fine';

const COARSE_BITS = 5;
const MEDIUM_BITS = 6;
/** Up to this many entries a slider can follow without a coarser level. */
const COARSE_ENOUGH = 4096;
/** Up to this many pixels every color is kept at the fine level. */
const FINE_EXACT_PIXELS = 1 << 21;

export class HistogramLevels {
  private readonly levels = new Map<Level, Histogram>();

  constructor(private readonly pixels: Pixels) {}

  *get(level: Level): Steps<Histogram> {
    const known = this.levels.get(level);
    if (known) return known;
    const histogram = yield* this.build(level);
    this.levels.set(level, histogram);
    return histogram;
  }

  private *build(level: Level): Steps<Histogram> {
    if (level === 'medium') return yield* buildHistogram(this.pixels, MEDIUM_BITS);
    const medium = yield* this.get('medium');
    if (level === 'coarse') return medium.size <= COARSE_ENOUGH ? medium : coarsened(medium, COARSE_BITS);
    if (medium.isExact) return medium;
    const isSmall = this.pixels.width * this.pixels.height <= FINE_EXACT_PIXELS;
    return yield* isSmall ? buildExactHistogram(this.pixels) : buildCellHistogram(this.pixels, 7);
  }
}

/** The same pixels in larger cells: an entry is the mean of the entries that fall into it. */
function coarsened(histogram: Histogram, bits: number): Histogram {
  const { size, weights } = histogram;
  const { of: parents, count: parentCount } = cellNumbers(histogram, bits);
  const rgba = new Float64Array(4 * parentCount);
  const sums = new Float64Array(parentCount);
  for (let entry = 0; entry < size; entry++) {
    const [from, to] = [4 * entry, 4 * parents[entry]!];
    const weight = weights[entry]!;
    const opacity = weight * histogram.rgba[from + 3]!;
    sums[parents[entry]!]! += weight;
    // Colors weigh by their opacity, as in the cells themselves.
    for (let c = 0; c < 3; c++) rgba[to + c]! += opacity * histogram.rgba[from + c]!;
    rgba[to + 3]! += opacity;
  }
  for (let parent = 0; parent < parentCount; parent++) {
    for (let c = 0; c < 3; c++) rgba[4 * parent + c]! /= rgba[4 * parent + 3]!;
    rgba[4 * parent + 3]! /= sums[parent]!;
  }
  return { ...histogram, size: parentCount, rgba, weights: sums, isExact: false };
}

/** Numbers the cells that have entries, in the order of their first. `of`: the number of its cell for every entry. */
function cellNumbers({ size, rgba }: Histogram, bits: number): { of: Uint32Array; count: number } {
  const numbers = new Uint32Array(cellCount(bits));
  const of = new Uint32Array(size);
  let count = 0;
  for (let entry = 0; entry < size; entry++) {
    const cell = cellOf(rgba, 4 * entry, bits);
    of[entry] = (numbers[cell] ||= ++count) - 1;
  }
  return { of, count };
}

/**
 * For every entry of a finer level, an entry of a coarser one of the same image that stands for it (in the same
 * cell of 5 or 6 bits). 0 where there is none, which only rounding at a cell's edge can cause.
 */
export function parentEntries(
  finer: Histogram,
  coarser: Histogram,
  coarserLevel: 'coarse' | 'medium',
): Uint32Array {
  const bits = coarserLevel === 'coarse' ? COARSE_BITS : MEDIUM_BITS;
  const numbers = new Uint32Array(cellCount(bits));
  for (let entry = 0; entry < coarser.size; entry++) numbers[cellOf(coarser.rgba, 4 * entry, bits)] = entry;
  const parents = new Uint32Array(finer.size);
  for (let entry = 0; entry < finer.size; entry++) {
    parents[entry] = numbers[cellOf(finer.rgba, 4 * entry, bits)]!;
  }
  return parents;
}
