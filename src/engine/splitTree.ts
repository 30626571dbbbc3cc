/**
 * The deterministic start of k-means: the colors split in two, again and again, always the cluster whose
 * best split lowers the squared error most. A cluster is cut across its principal axis where the two halves
 * differ most (Otsu's criterion on the projections), as in Xiaolin Wu, "Efficient statistical computations
 * for optimal color quantization" (1991), but along the axis itself instead of a color channel.
 *
 * One tree serves every k: the first k − 1 splits give k clusters. A split costs O(n of the cluster), a whole
 * tree O(n log k). It grows only as far as it has been asked for.
 */
import { DIMENSIONS } from './workingSpace';

/** Projections are gathered in bins; finer ones change nothing visible, and sorting would cost more. */
const BINS = 128;
/** Power iterations for the principal axis: the cut need not be perfect, k-means follows. */
const POWER_STEPS = 12;

interface Node {
  /** The node's entries are `order[from .. to - 1]`. */
  from: number;
  to: number;
  weight: number;
  mean: Float64Array;
  /** By how much the best split lowers the squared error; 0 when it can't be split. */
  gain: number;
  /** The best split: a unit vector, and the projection on it from which entries go to the right half. */
  axis: Float64Array;
  threshold: number;
}

export class SplitTree {
  private readonly order: Uint32Array;
  private readonly leaves: Node[] = [];
  /** For every split in order: which cluster was split, and its halves; the right one becomes the newest. */
  private readonly splits: { cluster: number; left: Node; right: Node }[] = [];
  private readonly root: Node;

  /**
   * `points`: n points of 4 numbers; `weights`: n numbers over 0.
   */
  constructor(
    private readonly points: Float64Array,
    private readonly weights: Float64Array,
  ) {
    this.order = Uint32Array.from({ length: weights.length }, (_, entry) => entry);
    this.root = this.createNode(0, weights.length);
    this.leaves.push(this.root);
  }

  /** Means of the first `k` clusters (4 numbers each); fewer when there are fewer different points. */
  centroids(k: number): Float64Array {
    this.growTo(k);
    const clusters = [this.root];
    for (const { cluster, left, right } of this.splits.slice(0, k - 1)) {
      clusters[cluster] = left;
      clusters.push(right);
    }
    const centroids = new Float64Array(DIMENSIONS * clusters.length);
    clusters.forEach((node, cluster) => centroids.set(node.mean, DIMENSIONS * cluster));
    return centroids;
  }

  private growTo(k: number): void {
    while (this.leaves.length < k) {
      let best = 0;
      for (let leaf = 1; leaf < this.leaves.length; leaf++) {
        if (this.leaves[leaf]!.gain > this.leaves[best]!.gain) best = leaf;
      }
      const node = this.leaves[best]!;
      if (node.gain <= 0) return;
      const middle = this.partition(node);
      const left = this.createNode(node.from, middle);
      const right = this.createNode(middle, node.to);
      this.leaves[best] = left;
      this.leaves.push(right);
      this.splits.push({ cluster: best, left, right });
    }
  }

  private createNode(from: number, to: number): Node {
    const { order, points, weights } = this;
    const mean = new Float64Array(DIMENSIONS);
    let weight = 0;
    for (let i = from; i < to; i++) {
      const entry = order[i]!;
      const w = weights[entry]!;
      weight += w;
      for (let d = 0; d < DIMENSIONS; d++) mean[d]! += w * points[DIMENSIONS * entry + d]!;
    }
    for (let d = 0; d < DIMENSIONS; d++) mean[d]! /= weight;
    const node: Node = { from, to, weight, mean, gain: 0, axis: new Float64Array(DIMENSIONS), threshold: 0 };
    if (to - from > 1) this.findSplit(node);
    return node;
  }

  private findSplit(node: Node): void {
    const { order, points, weights } = this;
    const { from, to, mean } = node;
    principalAxis(this.covariance(node), node.axis);
    const [a0, a1, a2, a3] = node.axis as unknown as [number, number, number, number]; // DIMENSIONS numbers
    const offset = a0 * mean[0]! + a1 * mean[1]! + a2 * mean[2]! + a3 * mean[3]!;
    const projections = new Float64Array(to - from);
    let least = Infinity;
    let most = -Infinity;
    for (let i = from; i < to; i++) {
      const at = DIMENSIONS * order[i]!;
      const projection =
        a0 * points[at]! + a1 * points[at + 1]! + a2 * points[at + 2]! + a3 * points[at + 3]! - offset;
      projections[i - from] = projection;
      if (projection < least) least = projection;
      if (projection > most) most = projection;
    }
    if (!(most > least)) return; // all points are the same
    const scale = BINS / (most - least);
    const binWeight = new Float64Array(BINS);
    const binSum = new Float64Array(BINS);
    for (let i = from; i < to; i++) {
      const projection = projections[i - from]!;
      const bin = Math.min(BINS - 1, Math.floor((projection - least) * scale));
      const w = weights[order[i]!]!;
      binWeight[bin]! += w;
      binSum[bin]! += w * projection;
    }
    // Projections are relative to the mean, so a left half of weight w and sum s leaves −s to the right one,
    // and splitting there lowers the squared error by s²/w + s²/(W − w).
    let leftWeight = 0;
    let leftSum = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      leftWeight += binWeight[bin]!;
      leftSum += binSum[bin]!;
      const rightWeight = node.weight - leftWeight;
      if (binWeight[bin] === 0 || rightWeight <= 0) continue;
      const gain = leftSum * leftSum * (1 / leftWeight + 1 / rightWeight);
      if (gain > node.gain) {
        node.gain = gain;
        node.threshold = offset + least + (bin + 1) / scale;
      }
    }
  }

  /** The upper triangle of Σ w (x − mean)(x − mean)ᵀ, row by row: 10 numbers. */
  private covariance(node: Node): Float64Array {
    const { order, points, weights } = this;
    const [m0, m1, m2, m3] = node.mean as unknown as [number, number, number, number]; // DIMENSIONS numbers
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
    for (let i = node.from; i < node.to; i++) {
      const entry = order[i]!;
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

  /** Moves the node's entries so that the left half comes first; returns where the right half begins. */
  private partition(node: Node): number {
    const { order, points } = this;
    const [a0, a1, a2, a3] = node.axis as unknown as [number, number, number, number]; // DIMENSIONS numbers
    let left = node.from;
    let right = node.to - 1;
    while (left <= right) {
      const entry = order[left]!;
      const at = DIMENSIONS * entry;
      const projection =
        a0 * points[at]! + a1 * points[at + 1]! + a2 * points[at + 2]! + a3 * points[at + 3]!;
      if (projection < node.threshold) {
        left++;
      } else {
        order[left] = order[right]!;
        order[right] = entry;
        right--;
      }
    }
    // Rounding may put every entry on one side of a threshold between almost equal points.
    return Math.min(node.to - 1, Math.max(node.from + 1, left));
  }
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
