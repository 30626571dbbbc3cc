/**
 * k-means (Lloyd's algorithm) on weighted points, until nothing moves.
 *
 * S. P. Lloyd, "Least squares quantization in PCM" (1957/1982). Every round assigns each point to its nearest
 * centroid and moves each centroid to the mean of its points; the error never rises. Assignment is exact but
 * looks at few centroids: a centroid at least twice as far from a point's own centroid as the point is cannot
 * be nearer (triangle inequality; Steven Phillips, "Acceleration of k-means and related clustering
 * algorithms", 2002), so each centroid has a list of the others within twice its cluster's radius, sorted by
 * distance, and a point walks that list until the next one is too far. A round costs O(k² + n · a few).
 */
import type { Steps } from './steps';
import { DIMENSIONS } from './workingSpace';

export interface KMeansInput {
  /** n points of 4 numbers. */
  points: Float64Array;
  /** n numbers over 0. */
  weights: Float64Array;
  /** k starting centroids of 4 numbers, moved in place. */
  centroids: Float64Array;
  /** The first `fixed` centroids attract points but do not move. Default 0. */
  fixed?: number;
  /** Rounds at most. */
  maxIterations: number;
  /** Stop when a round lowers the error by less than this share of it. 0 (default): when nothing moves. */
  tolerance?: number;
}

export interface KMeansRound {
  /** Counted from 1. */
  iteration: number;
  /** Σ weight · squared distance to the assigned centroid, as this round's assignment left it. */
  error: number;
  /** Points that changed their cluster. */
  changed: number;
}

export interface KMeansResult extends KMeansRound {
  /** The centroid of every point, n numbers. */
  assignment: Uint16Array;
  /** Nothing moved any more (as opposed to: the cap or the tolerance was reached). */
  isConverged: boolean;
}

/** Yields after every round. */
export function* kMeans(input: KMeansInput): Steps<KMeansResult, KMeansRound> {
  const { centroids, fixed = 0, maxIterations, tolerance = 0 } = input;
  const clusters = new Clusters(input);
  let previousError = Infinity;
  for (let iteration = 1; ; iteration++) {
    const { changed, error } = clusters.assign();
    const isConverged = changed === 0 && iteration > 1;
    const isSettled = tolerance > 0 && previousError - error <= tolerance * error;
    const round = { iteration, error, changed };
    if (isConverged || isSettled || iteration >= maxIterations) {
      return { ...round, assignment: clusters.assignment, isConverged };
    }
    yield round;
    clusters.moveCentroids(centroids, fixed);
    previousError = error;
  }
}

class Clusters {
  readonly assignment: Uint16Array;
  private readonly n: number;
  private readonly k: number;
  private readonly points: Float64Array;
  private readonly weights: Float64Array;
  private readonly centroids: Float64Array;
  /** Squared distance of every point to its centroid. */
  private readonly distances: Float64Array;
  /** Largest of them in each cluster. */
  private readonly radii: Float64Array;
  /** Sum of weights, then weighted sums of the coordinates, kept up to date as points change clusters. */
  private readonly clusterWeights: Float64Array;
  private readonly sums: Float64Array;
  private readonly neighbors: Neighbors;

  constructor({ points, weights, centroids }: KMeansInput) {
    this.n = weights.length;
    this.k = centroids.length / DIMENSIONS;
    this.points = points;
    this.weights = weights;
    this.centroids = centroids;
    this.assignment = new Uint16Array(this.n);
    this.distances = new Float64Array(this.n);
    this.radii = new Float64Array(this.k);
    this.clusterWeights = new Float64Array(this.k);
    this.sums = new Float64Array(DIMENSIONS * this.k);
    this.neighbors = new Neighbors(this.k);
    for (let i = 0; i < this.n; i++) this.addToCluster(i, 0, weights[i]!);
  }

  private addToCluster(point: number, cluster: number, weight: number): void {
    this.clusterWeights[cluster]! += weight;
    for (let d = 0; d < DIMENSIONS; d++) {
      this.sums[DIMENSIONS * cluster + d]! += weight * this.points[DIMENSIONS * point + d]!;
    }
  }

  /** Assigns every point to its nearest centroid; on a tie it stays where it is. */
  assign(): { changed: number; error: number } {
    this.measureDistances();
    this.neighbors.update(this.centroids, this.radii);
    const { n, points, weights, centroids, assignment, distances } = this;
    const { starts, list, squared } = this.neighbors;
    let changed = 0;
    let error = 0;
    for (let i = 0, at = 0; i < n; i++, at += DIMENSIONS) {
      const own = assignment[i]!;
      const ownDistance = distances[i]!;
      const limit = 4 * ownDistance; // (2 · distance)², as neighbor distances are squared
      let best = own;
      let bestDistance = ownDistance;
      const end = starts[own + 1]!;
      for (let s = starts[own]!; s < end && squared[s]! < limit; s++) {
        const c = DIMENSIONS * list[s]!;
        const d0 = points[at]! - centroids[c]!;
        const d1 = points[at + 1]! - centroids[c + 1]!;
        const d2 = points[at + 2]! - centroids[c + 2]!;
        const d3 = points[at + 3]! - centroids[c + 3]!;
        const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        if (distance < bestDistance) {
          bestDistance = distance;
          best = list[s]!;
        }
      }
      if (best !== own) {
        changed++;
        assignment[i] = best;
        distances[i] = bestDistance;
        this.addToCluster(i, own, -weights[i]!);
        this.addToCluster(i, best, weights[i]!);
      }
      error += weights[i]! * bestDistance;
    }
    return { changed, error };
  }

  private measureDistances(): void {
    const { n, points, centroids, assignment, distances, radii } = this;
    radii.fill(0);
    for (let i = 0, at = 0; i < n; i++, at += DIMENSIONS) {
      const cluster = assignment[i]!;
      const c = DIMENSIONS * cluster;
      const d0 = points[at]! - centroids[c]!;
      const d1 = points[at + 1]! - centroids[c + 1]!;
      const d2 = points[at + 2]! - centroids[c + 2]!;
      const d3 = points[at + 3]! - centroids[c + 3]!;
      const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      distances[i] = distance;
      if (distance > radii[cluster]!) radii[cluster] = distance;
    }
  }

  /** Every centroid but the fixed ones goes to the mean of its points, or, with none, to the worst-served point. */
  moveCentroids(centroids: Float64Array, fixed: number): void {
    const sizes = this.clusterSizes();
    for (let cluster = fixed; cluster < this.k; cluster++) {
      if (sizes[cluster] === 0) {
        this.moveToWorstPoint(cluster, sizes);
        continue;
      }
      for (let d = 0; d < DIMENSIONS; d++) {
        const at = DIMENSIONS * cluster + d;
        centroids[at] = this.sums[at]! / this.clusterWeights[cluster]!;
      }
    }
  }

  private clusterSizes(): Uint32Array {
    const sizes = new Uint32Array(this.k);
    for (const cluster of this.assignment) sizes[cluster]!++;
    return sizes;
  }

  private moveToWorstPoint(cluster: number, sizes: Uint32Array): void {
    let worst = -1;
    let worstError = 0;
    for (let i = 0; i < this.n; i++) {
      const error = this.weights[i]! * this.distances[i]!;
      if (error > worstError && sizes[this.assignment[i]!]! > 1) {
        worst = i;
        worstError = error;
      }
    }
    // Sums of an emptied cluster hold rounding errors.
    this.clusterWeights[cluster] = 0;
    this.sums.fill(0, DIMENSIONS * cluster, DIMENSIONS * cluster + DIMENSIONS);
    if (worst < 0) return; // every point has a centroid of its own
    const own = this.assignment[worst]!;
    this.addToCluster(worst, own, -this.weights[worst]!);
    this.addToCluster(worst, cluster, this.weights[worst]!);
    sizes[own]!--;
    sizes[cluster]!++;
    this.assignment[worst] = cluster;
    this.distances[worst] = 0;
    const at = DIMENSIONS * worst;
    this.centroids.set(this.points.subarray(at, at + DIMENSIONS), DIMENSIONS * cluster);
  }
}

/** For every centroid, the others that could be nearer to one of its points, by ascending distance. */
class Neighbors {
  /** The list of centroid i is `list[starts[i] .. starts[i + 1] - 1]`. */
  readonly starts: Uint32Array;
  list = new Uint16Array(1024);
  /** Squared distance of each of `list` to its centroid. */
  squared = new Float64Array(1024);

  constructor(private readonly k: number) {
    this.starts = new Uint32Array(k + 1);
  }

  /** `radii`: squared radius of every cluster. */
  update(centroids: Float64Array, radii: Float64Array): void {
    const { k, starts } = this;
    let end = 0;
    for (let i = 0; i < k; i++) {
      starts[i] = end;
      const limit = 4 * radii[i]!;
      if (limit === 0) continue;
      if (end + k > this.list.length) this.enlarge(end + k);
      const { list, squared } = this;
      const at = DIMENSIONS * i;
      for (let j = 0, c = 0; j < k; j++, c += DIMENSIONS) {
        const d0 = centroids[at]! - centroids[c]!;
        const d1 = centroids[at + 1]! - centroids[c + 1]!;
        const d2 = centroids[at + 2]! - centroids[c + 2]!;
        const d3 = centroids[at + 3]! - centroids[c + 3]!;
        const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        if (distance >= limit || j === i) continue;
        let s = end++;
        while (s > starts[i]! && squared[s - 1]! > distance) {
          squared[s] = squared[s - 1]!;
          list[s] = list[s - 1]!;
          s--;
        }
        squared[s] = distance;
        list[s] = j;
      }
    }
    starts[k] = end;
  }

  private enlarge(least: number): void {
    const size = 2 * least;
    const list = new Uint16Array(size);
    list.set(this.list);
    this.list = list;
    const squared = new Float64Array(size);
    squared.set(this.squared);
    this.squared = squared;
  }
}
