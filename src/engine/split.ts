/**
 * The best way to cut a cluster in two: across its principal axis, where the two halves differ most (Otsu's
 * criterion on the projections). As in Xiaolin Wu, "Efficient statistical computations for optimal color
 * quantization" (1991), but along the axis itself instead of a color channel. O(points of the cluster).
 */
import { DIMENSIONS } from './workingSpace';

/** Projections are gathered in bins; finer ones change nothing visible, and sorting would cost more. */
const BINS = 128;
/** Power iterations for the principal axis: the cut need not be perfect, k-means follows. */
const POWER_STEPS = 12;

export interface Split {
  /** Of all points together. */
  weight: number;
  mean: Float64Array;
  /** By how much the cut lowers the squared error about the mean; 0 when all points are the same. */
  gain: number;
  /** A unit vector, and the projection on it from which points belong to the right half. */
  axis: Float64Array;
  threshold: number;
}

/** `points`, `weights`: of all points. `entries[from .. to - 1]`: those of the cluster, at least one. */
export function findSplit(
  points: Float64Array,
  weights: Float64Array,
  entries: Uint32Array,
  from: number,
  to: number,
): Split {
  const mean = new Float64Array(DIMENSIONS);
  let weight = 0;
  for (let i = from; i < to; i++) {
    const entry = entries[i]!;
    const w = weights[entry]!;
    weight += w;
    for (let d = 0; d < DIMENSIONS; d++) mean[d]! += w * points[DIMENSIONS * entry + d]!;
  }
  for (let d = 0; d < DIMENSIONS; d++) mean[d]! /= weight;
  const split: Split = { weight, mean, gain: 0, axis: new Float64Array(DIMENSIONS), threshold: 0 };
  if (to - from > 1) cut(split, points, weights, entries, from, to);
  return split;
}

/** Where the point at `points[at]` stands on the split's axis. */
export function projection({ axis }: Split, points: Float64Array, at: number): number {
  return (
    axis[0]! * points[at]! +
    axis[1]! * points[at + 1]! +
    axis[2]! * points[at + 2]! +
    axis[3]! * points[at + 3]!
  );
}

function cut(
  split: Split,
  points: Float64Array,
  weights: Float64Array,
  entries: Uint32Array,
  from: number,
  to: number,
): void {
  const { mean, axis } = split;
  principalAxis(covariance(mean, points, weights, entries, from, to), axis);
  const offset = projection(split, mean, 0);
  const projections = new Float64Array(to - from);
  let least = Infinity;
  let most = -Infinity;
  for (let i = from; i < to; i++) {
    const place = projection(split, points, DIMENSIONS * entries[i]!) - offset;
    projections[i - from] = place;
    if (place < least) least = place;
    if (place > most) most = place;
  }
  if (!(most > least)) return; // all points are the same
  const scale = BINS / (most - least);
  const binWeight = new Float64Array(BINS);
  const binSum = new Float64Array(BINS);
  for (let i = from; i < to; i++) {
    const place = projections[i - from]!;
    const bin = Math.min(BINS - 1, Math.floor((place - least) * scale));
    const w = weights[entries[i]!]!;
    binWeight[bin]! += w;
    binSum[bin]! += w * place;
  }
  // Projections are relative to the mean, so a left half of weight w and sum s leaves −s to the right one, and
  // splitting there lowers the squared error by s²/w + s²/(W − w).
  let leftWeight = 0;
  let leftSum = 0;
  for (let bin = 0; bin < BINS - 1; bin++) {
    leftWeight += binWeight[bin]!;
    leftSum += binSum[bin]!;
    const rightWeight = split.weight - leftWeight;
    if (binWeight[bin] === 0 || rightWeight <= 0) continue;
    const gain = leftSum * leftSum * (1 / leftWeight + 1 / rightWeight);
    if (gain > split.gain) {
      split.gain = gain;
      split.threshold = offset + least + (bin + 1) / scale;
    }
  }
}

/** The upper triangle of Σ w (x − mean)(x − mean)ᵀ, row by row: 10 numbers. */
function covariance(
  mean: Float64Array,
  points: Float64Array,
  weights: Float64Array,
  entries: Uint32Array,
  from: number,
  to: number,
): Float64Array {
  const m0 = mean[0]!;
  const m1 = mean[1]!;
  const m2 = mean[2]!;
  const m3 = mean[3]!;
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c22 = 0;
  let c23 = 0;
  let c33 = 0;
  for (let i = from; i < to; i++) {
    const entry = entries[i]!;
    const at = DIMENSIONS * entry;
    const w = weights[entry]!;
    const x0 = points[at]! - m0;
    const x1 = points[at + 1]! - m1;
    const x2 = points[at + 2]! - m2;
    const x3 = points[at + 3]! - m3;
    c00 += w * x0 * x0;
    c01 += w * x0 * x1;
    c02 += w * x0 * x2;
    c03 += w * x0 * x3;
    c11 += w * x1 * x1;
    c12 += w * x1 * x2;
    c13 += w * x1 * x3;
    c22 += w * x2 * x2;
    c23 += w * x2 * x3;
    c33 += w * x3 * x3;
  }
  return Float64Array.of(c00, c01, c02, c03, c11, c12, c13, c22, c23, c33);
}

/** The direction of greatest variance into `axis` (a unit vector), by power iteration. */
function principalAxis(c: Float64Array, axis: Float64Array): void {
  // Start from the longest row: it is never orthogonal to the answer.
  const rows = [
    [c[0]!, c[1]!, c[2]!, c[3]!],
    [c[1]!, c[4]!, c[5]!, c[6]!],
    [c[2]!, c[5]!, c[7]!, c[8]!],
    [c[3]!, c[6]!, c[8]!, c[9]!],
  ] as const;
  let longest = 0;
  for (const row of rows) {
    const length = Math.hypot(...row);
    if (length <= longest) continue;
    longest = length;
    axis.set(row);
  }
  for (let step = 0; step <= POWER_STEPS; step++) {
    const length = Math.hypot(axis[0]!, axis[1]!, axis[2]!, axis[3]!);
    if (length === 0) return;
    for (let d = 0; d < DIMENSIONS; d++) axis[d]! /= length;
    if (step === POWER_STEPS) return;
    const next = rows.map(
      (row) => row[0] * axis[0]! + row[1] * axis[1]! + row[2] * axis[2]! + row[3] * axis[3]!,
    );
    axis.set(next);
  }
}
