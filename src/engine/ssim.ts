/**
 * Structural similarity: how alike two pictures are in local brightness, contrast and structure, 1 for the same
 * picture. Zhou Wang, Alan Bovik, Hamid Sheikh, Eero Simoncelli, "Image quality assessment: from error visibility
 * to structural similarity" (2004), as they give it: luma, a Gaussian window of 11 × 11 pixels with σ = 1.5 at
 * every place where it fits whole, K₁ = 0.01, K₂ = 0.03, L = 255, the mean of all places; the pictures are not
 * made smaller first. A picture narrower than the window gets one as narrow as itself.
 *
 * The window is a product of a row and a column, so each pixel costs 2 · 11 taps instead of 121, and only the
 * last 11 filtered rows are kept: O(pixels), about 60 ns each.
 */
import type { Steps } from './steps';

/** Fills `luma` (0–255, `width` numbers) with a row of a picture. */
export type LumaRow = (y: number, luma: Float64Array) => void;

export interface LumaPicture {
  width: number;
  height: number;
  row: LumaRow;
}

const WINDOW = 11;
const SIGMA = 1.5;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Rec. 601 luma, 0–255, as in the paper's own program. */
export function lumaOf(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** @param other Of the same size. */
export function* ssim(picture: LumaPicture, other: LumaPicture): Steps<number> {
  const { width, height } = picture;
  const acrossTaps = gaussian(Math.min(WINDOW, width));
  const downTaps = gaussian(Math.min(WINDOW, height));
  const places = width - acrossTaps.length + 1;
  const mine = new Float64Array(width);
  const others = new Float64Array(width);
  const rows = downTaps.map(() => new FilteredRow(places));
  const sums = new FilteredRow(places);
  let total = 0;
  for (let y = 0; y < height; y++) {
    picture.row(y, mine);
    other.row(y, others);
    filterAcross(mine, others, acrossTaps, rows[y % rows.length]!);
    const top = y - rows.length + 1;
    if (top >= 0) {
      filterDown(rows, top, downTaps, sums);
      total += sumOfSimilarity(sums, places);
    }
    if (y % 16 === 15) yield;
  }
  return total / (places * (height - downTaps.length + 1));
}

/** Weighted means of both pictures, of the sum of their squares and of their product. */
class FilteredRow {
  readonly mine: Float64Array;
  readonly others: Float64Array;
  readonly squares: Float64Array;
  readonly products: Float64Array;

  constructor(length: number) {
    this.mine = new Float64Array(length);
    this.others = new Float64Array(length);
    this.squares = new Float64Array(length);
    this.products = new Float64Array(length);
  }
}

function gaussian(length: number): number[] {
  const middle = (length - 1) / 2;
  const taps = Array.from({ length }, (_, i) => Math.exp(-((i - middle) ** 2) / (2 * SIGMA ** 2)));
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function filterAcross(
  mine: Float64Array,
  others: Float64Array,
  taps: readonly number[],
  out: FilteredRow,
): void {
  const { squares, products } = out;
  const places = products.length;
  for (let x = 0; x < places; x++) {
    let sumMine = 0;
    let sumOthers = 0;
    let sumSquares = 0;
    let sumProducts = 0;
    for (let tap = 0; tap < taps.length; tap++) {
      const weight = taps[tap]!;
      const a = mine[x + tap]!;
      const b = others[x + tap]!;
      sumMine += weight * a;
      sumOthers += weight * b;
      sumSquares += weight * (a * a + b * b);
      sumProducts += weight * a * b;
    }
    out.mine[x] = sumMine;
    out.others[x] = sumOthers;
    squares[x] = sumSquares;
    products[x] = sumProducts;
  }
}

function filterDown(
  rows: readonly FilteredRow[],
  top: number,
  taps: readonly number[],
  out: FilteredRow,
): void {
  for (let tap = 0; tap < taps.length; tap++) {
    const row = rows[(top + tap) % rows.length]!;
    const isFirst = tap === 0;
    addWeighted(row.mine, taps[tap]!, out.mine, isFirst);
    addWeighted(row.others, taps[tap]!, out.others, isFirst);
    addWeighted(row.squares, taps[tap]!, out.squares, isFirst);
    addWeighted(row.products, taps[tap]!, out.products, isFirst);
  }
}

function addWeighted(values: Float64Array, weight: number, out: Float64Array, isFirst: boolean): void {
  if (isFirst) for (let x = 0; x < out.length; x++) out[x] = weight * values[x]!;
  else for (let x = 0; x < out.length; x++) out[x]! += weight * values[x]!;
}

function sumOfSimilarity({ mine, others, squares, products }: FilteredRow, places: number): number {
  let sum = 0;
  for (let x = 0; x < places; x++) {
    const meansProduct = mine[x]! * others[x]!;
    const meansSquares = mine[x]! * mine[x]! + others[x]! * others[x]!;
    const covariance = products[x]! - meansProduct;
    const variances = squares[x]! - meansSquares;
    sum += ((2 * meansProduct + C1) * (2 * covariance + C2)) / ((meansSquares + C1) * (variances + C2));
  }
  return sum;
}
