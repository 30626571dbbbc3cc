/**
 * The deterministic start of k-means: the colors split in two, again and again, always the cluster whose
 * best split lowers the squared error most.
 *
 * One tree serves every k: the first k − 1 splits give k clusters. A split costs O(n of the cluster), a whole
 * tree O(n log k). It grows only as far as it has been asked for.
 */
import { findSplit, projection, type Split } from './split';
import type { Steps } from './steps';
import { DIMENSIONS } from './workingSpace';

interface Node extends Split {
  /** The node's entries are `order[from .. to - 1]`. */
  from: number;
  to: number;
}

export class SplitTree {
  /** Nothing is computed before the first question. */
  private order = new Uint32Array(0);
  private readonly leaves: Node[] = [];
  /** For every split in order: which cluster was split, and its halves; the right one becomes the newest. */
  private readonly splits: { cluster: number; left: Node; right: Node }[] = [];
  private root: Node | undefined;

  /**
   * `points`: n points of 4 numbers; `weights`: n numbers over 0.
   */
  constructor(
    private readonly points: Float64Array,
    private readonly weights: Float64Array,
  ) {}

  /**
   * The first `k` clusters; fewer when there are fewer different points. `centroids`: their means, 4 numbers
   * each; `assignment`: the cluster of every point.
   */
  clusters(k: number): { centroids: Float64Array; assignment: Uint16Array } {
    const nodes = [(this.root ??= this.plant())];
    this.growTo(k);
    for (const { cluster, left, right } of this.splits.slice(0, k - 1)) {
      nodes[cluster] = left;
      nodes.push(right);
    }
    const centroids = new Float64Array(DIMENSIONS * nodes.length);
    const assignment = new Uint16Array(this.order.length);
    nodes.forEach(({ mean, from, to }, cluster) => {
      centroids.set(mean, DIMENSIONS * cluster);
      for (let i = from; i < to; i++) assignment[this.order[i]!] = cluster;
    });
    return { centroids, assignment };
  }

  /**
   * The squared error about the means (Σ weight · squared distance) of the first 1, 2, … `k` clusters; fewer numbers
   * when there are fewer different points. Never rises. A split lowers it by what parts its halves' means:
   * w₁w₂/(w₁ + w₂) · |m₁ − m₂|², so that no point is looked at again. Pauses after every split.
   */
  *errors(k: number): Steps<Float64Array> {
    this.root ??= this.plant();
    const errors = [this.errorOfRoot()];
    for (let split = 0; split < k - 1; split++) {
      if (split === this.splits.length) {
        if (!this.grow()) break;
        yield;
      }
      const { left, right } = this.splits[split]!;
      errors.push(Math.max(0, errors[split]! - gainOf(left, right)));
    }
    return Float64Array.from(errors);
  }

  private errorOfRoot(): number {
    const { points, weights } = this;
    const { mean } = this.root!; // planted by the caller
    let error = 0;
    for (let i = 0, at = 0; i < weights.length; i++, at += DIMENSIONS) {
      const d0 = points[at]! - mean[0]!;
      const d1 = points[at + 1]! - mean[1]!;
      const d2 = points[at + 2]! - mean[2]!;
      const d3 = points[at + 3]! - mean[3]!;
      error += weights[i]! * (d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3);
    }
    return error;
  }

  private plant(): Node {
    this.order = new Uint32Array(this.weights.length).map((_, entry) => entry);
    const root = this.createNode(0, this.order.length);
    this.leaves.push(root);
    return root;
  }

  private growTo(k: number): void {
    while (this.leaves.length < k && this.grow());
  }

  /** Splits the leaf that gains most; `false` when no leaf has two different points. */
  private grow(): boolean {
    let best = 0;
    for (let leaf = 1; leaf < this.leaves.length; leaf++) {
      if (this.leaves[leaf]!.gain > this.leaves[best]!.gain) best = leaf;
    }
    const node = this.leaves[best]!;
    if (node.gain <= 0) return false;
    const middle = this.partition(node);
    const left = this.createNode(node.from, middle);
    const right = this.createNode(middle, node.to);
    this.leaves[best] = left;
    this.leaves.push(right);
    this.splits.push({ cluster: best, left, right });
    return true;
  }

  private createNode(from: number, to: number): Node {
    return { from, to, ...findSplit(this.points, this.weights, this.order, from, to) };
  }

  /** Moves the node's entries so that the left half comes first; returns where the right half begins. */
  private partition(node: Node): number {
    const { order, points } = this;
    let left = node.from;
    let right = node.to - 1;
    while (left <= right) {
      const entry = order[left]!;
      if (projection(node, points, DIMENSIONS * entry) < node.threshold) {
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

function gainOf(left: Node, right: Node): number {
  let squared = 0;
  for (let d = 0; d < DIMENSIONS; d++) squared += (left.mean[d]! - right.mean[d]!) ** 2;
  return ((left.weight * right.weight) / (left.weight + right.weight)) * squared;
}
