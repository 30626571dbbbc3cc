/**
 * Points divided among centroids, and the two steps of k-means on them: every point to its nearest centroid,
 * every centroid to the mean of its points.
 *
 * Assignment is exact but looks at few distances. With the triangle inequality, a centroid at least twice as
 * far from a point's own centroid as the point is cannot be nearer (Steven Phillips, "Acceleration of k-means
 * and related clustering algorithms", 2002), so a cluster's points look only at the centroids within twice its
 * radius, nearest first. And a cluster none of whose near centroids moved since it was last looked at is left
 * alone: late rounds, where little moves, and local changes cost only what they touch. A round in which all
 * move costs O(k² + n · a few).
 *
 * Changes can be tried: after `begin`, `rollBack` undoes everything since.
 */
import { UndoLog } from './clusteringUndo';
import { DIMENSIONS } from './workingSpace';

const NONE = -1;
/** Numbers kept of a cluster: weighted sums of the coordinates, weight, weighted sum of squares. */
const MOMENTS = 6;
const WEIGHT = 4;
const SQUARES = 5;

export class Clustering {
  readonly n: number;
  readonly k: number;
  /** The cluster of every point, n numbers. */
  readonly assignment: Uint16Array;
  /** Number of points in each cluster. */
  readonly sizes: Uint32Array;
  /** Counts distances, the measure of work. */
  work = 0;

  /** Doubly linked lists of the points of each cluster. */
  private readonly heads: Int32Array;
  private readonly nexts: Int32Array;
  private readonly previous: Int32Array;
  /** Squared distance of every point to its centroid, where its cluster is not `isStale`. */
  private readonly distances: Float64Array;
  private readonly isStale: Uint8Array;
  /** At least the largest of the distances, by cluster. */
  private readonly radii: Float64Array;
  private readonly hasMoved: Uint8Array;
  private readonly moments: Float64Array;
  /** Sum of squared coordinates of every point. */
  private readonly norms: Float64Array;
  private readonly nearList: Uint16Array;
  private readonly nearDistances: Float64Array;
  private readonly movedList: Uint16Array;
  private readonly isTouched: Uint8Array;
  private undo: UndoLog | undefined;

  /**
   * @param points n points of 4 numbers.
   * @param weights n numbers over 0.
   * @param centroids k centroids of 4 numbers, moved in place.
   * @param fixed The first `fixed` centroids never move.
   * @param assignment Where the points start, if that is known; otherwise all start in the first cluster.
   */
  constructor(
    readonly points: Float64Array,
    readonly weights: Float64Array,
    readonly centroids: Float64Array,
    readonly fixed: number,
    assignment?: Uint16Array,
  ) {
    this.n = weights.length;
    this.k = centroids.length / DIMENSIONS;
    const { n, k } = this;
    this.assignment = assignment ?? new Uint16Array(n);
    this.sizes = new Uint32Array(k);
    this.heads = new Int32Array(k).fill(NONE);
    this.nexts = new Int32Array(n);
    this.previous = new Int32Array(n);
    this.distances = new Float64Array(n);
    this.isStale = new Uint8Array(k).fill(1);
    this.radii = new Float64Array(k);
    this.hasMoved = new Uint8Array(k).fill(1);
    this.moments = new Float64Array(MOMENTS * k);
    this.norms = new Float64Array(n);
    this.nearList = new Uint16Array(k);
    this.nearDistances = new Float64Array(k);
    this.movedList = new Uint16Array(k);
    this.isTouched = new Uint8Array(k).fill(1); // no centroid need be the mean of its points yet
    for (let i = n - 1, at = DIMENSIONS * i; i >= 0; i--, at -= DIMENSIONS) {
      this.norms[i] = points[at]! ** 2 + points[at + 1]! ** 2 + points[at + 2]! ** 2 + points[at + 3]! ** 2;
      this.link(i, this.assignment[i]!);
    }
  }

  /** Σ weight · squared distance to the centroid, over all points. */
  error(): number {
    let error = 0;
    for (let cluster = 0; cluster < this.k; cluster++) error += this.errorOf(cluster);
    return error;
  }

  errorOf(cluster: number): number {
    const { moments, centroids } = this;
    const m = MOMENTS * cluster;
    const c = DIMENSIONS * cluster;
    let dot = 0;
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      dot += moments[m + d]! * centroids[c + d]!;
      norm += centroids[c + d]! ** 2;
    }
    return Math.max(0, moments[m + SQUARES]! - 2 * dot + moments[m + WEIGHT]! * norm);
  }

  weightOf(cluster: number): number {
    return this.moments[MOMENTS * cluster + WEIGHT]!;
  }

  /** The points of a cluster, into `out` from its start; returns how many. */
  membersOf(cluster: number, out: Uint32Array): number {
    let count = 0;
    for (let i = this.heads[cluster]!; i !== NONE; i = this.nexts[i]!) out[count++] = i;
    return count;
  }

  /** Every point to its nearest centroid (on a tie it stays). Returns how many changed their cluster. */
  assign(): number {
    const { k, hasMoved, movedList } = this;
    let movedCount = 0;
    for (let cluster = 0; cluster < k; cluster++) if (hasMoved[cluster]) movedList[movedCount++] = cluster;
    if (movedCount === 0) return 0;
    for (let m = 0; m < movedCount; m++) this.measure(movedList[m]!);
    let changed = 0;
    for (let cluster = 0; cluster < k; cluster++) {
      if (this.heads[cluster] === NONE) continue;
      const nearCount = this.findNear(cluster, hasMoved[cluster] ? k : movedCount);
      if (nearCount > 0) changed += this.reassignPointsOf(cluster, nearCount);
    }
    for (let m = 0; m < movedCount; m++) hasMoved[movedList[m]!] = 0;
    return changed;
  }

  /** Distances of a cluster's points and its radius, after its centroid moved. */
  private measure(cluster: number): void {
    const { points, distances, nexts } = this;
    const c = DIMENSIONS * cluster;
    const c0 = this.centroids[c]!;
    const c1 = this.centroids[c + 1]!;
    const c2 = this.centroids[c + 2]!;
    const c3 = this.centroids[c + 3]!;
    let radius = 0;
    for (let i = this.heads[cluster]!; i !== NONE; i = nexts[i]!) {
      const at = DIMENSIONS * i;
      const d0 = points[at]! - c0;
      const d1 = points[at + 1]! - c1;
      const d2 = points[at + 2]! - c2;
      const d3 = points[at + 3]! - c3;
      const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      distances[i] = distance;
      if (distance > radius) radius = distance;
    }
    this.radii[cluster] = radius;
    this.isStale[cluster] = 0;
    this.work += this.sizes[cluster]!;
  }

  /**
   * The centroids that could be nearer to some point of the cluster than its own, nearest first: of all `k`, or
   * of the first `count` in `movedList`. Into `nearList`, with their squared distances; returns how many.
   */
  private findNear(cluster: number, count: number): number {
    const { centroids, nearList, nearDistances, movedList, k } = this;
    if (this.isStale[cluster]) this.measure(cluster);
    const limit = 4 * this.radii[cluster]!;
    const own = DIMENSIONS * cluster;
    const c0 = centroids[own]!;
    const c1 = centroids[own + 1]!;
    const c2 = centroids[own + 2]!;
    const c3 = centroids[own + 3]!;
    let found = 0;
    for (let m = 0; m < count; m++) {
      const other = count === k ? m : movedList[m]!;
      const c = DIMENSIONS * other;
      const d0 = centroids[c]! - c0;
      const d1 = centroids[c + 1]! - c1;
      const d2 = centroids[c + 2]! - c2;
      const d3 = centroids[c + 3]! - c3;
      const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      if (distance >= limit || other === cluster) continue;
      let place = found++;
      while (place > 0 && nearDistances[place - 1]! > distance) {
        nearDistances[place] = nearDistances[place - 1]!;
        nearList[place] = nearList[place - 1]!;
        place--;
      }
      nearDistances[place] = distance;
      nearList[place] = other;
    }
    this.work += count;
    return found;
  }

  private reassignPointsOf(cluster: number, nearCount: number): number {
    const { points, centroids, distances, nexts, nearList, nearDistances } = this;
    const nearest = nearDistances[0]!;
    let changed = 0;
    let work = 0;
    let next: number;
    for (let i = this.heads[cluster]!; i !== NONE; i = next) {
      next = nexts[i]!;
      const ownDistance = distances[i]!;
      const limit = 4 * ownDistance; // (2 · distance)², as the centroids' distances are squared
      if (nearest >= limit) continue;
      const at = DIMENSIONS * i;
      const p0 = points[at]!;
      const p1 = points[at + 1]!;
      const p2 = points[at + 2]!;
      const p3 = points[at + 3]!;
      let best = cluster;
      let bestDistance = ownDistance;
      let near = 0;
      for (; near < nearCount && nearDistances[near]! < limit; near++) {
        const c = DIMENSIONS * nearList[near]!;
        const d0 = p0 - centroids[c]!;
        const d1 = p1 - centroids[c + 1]!;
        const d2 = p2 - centroids[c + 2]!;
        const d3 = p3 - centroids[c + 3]!;
        const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        if (distance < bestDistance) {
          bestDistance = distance;
          best = nearList[near]!;
        }
      }
      work += near;
      if (best !== cluster) {
        changed++;
        this.reassign(i, best, bestDistance);
      }
    }
    this.work += work;
    return changed;
  }

  /** Puts a point into another cluster; centroids stay where they are until `moveCentroids`. */
  reassign(point: number, cluster: number, distance: number): void {
    const from = this.assignment[point]!;
    this.touch(from);
    this.touch(cluster);
    this.undo?.logPoint(point, from, this.distances[point]!);
    this.unlink(point, from);
    this.assignment[point] = cluster;
    this.link(point, cluster);
    this.distances[point] = distance;
    if (distance > this.radii[cluster]!) this.radii[cluster] = distance;
  }

  /**
   * Every centroid whose points changed goes to their mean, but for the fixed ones. One without points goes to
   * the point that adds most to the error.
   */
  moveCentroids(): void {
    for (let cluster = this.fixed; cluster < this.k; cluster++) {
      if (this.sizes[cluster] !== 0) continue;
      const worst = this.worstPoint();
      if (worst !== NONE) this.reassign(worst, cluster, 0);
    }
    const { centroids, moments, isTouched } = this;
    for (let cluster = 0; cluster < this.k; cluster++) {
      if (!isTouched[cluster]) continue;
      isTouched[cluster] = 0;
      if (cluster < this.fixed || this.sizes[cluster] === 0) continue;
      const m = MOMENTS * cluster;
      for (let d = 0; d < DIMENSIONS; d++) {
        centroids[DIMENSIONS * cluster + d] = moments[m + d]! / moments[m + WEIGHT]!;
      }
      this.hasMoved[cluster] = 1;
    }
  }

  /** The point that adds most to the error, of those whose cluster has others; −1 if every error is 0. */
  private worstPoint(): number {
    let worst = NONE;
    let worstError = 0;
    for (let cluster = 0; cluster < this.k; cluster++) {
      if (this.sizes[cluster]! < 2) continue;
      if (this.hasMoved[cluster] || this.isStale[cluster]) this.measure(cluster);
      for (let i = this.heads[cluster]!; i !== NONE; i = this.nexts[i]!) {
        const error = this.weights[i]! * this.distances[i]!;
        if (error <= worstError) continue;
        worst = i;
        worstError = error;
      }
    }
    return worst;
  }

  /** From here on changes can be undone with `rollBack` or kept with `commit`. */
  begin(): void {
    this.undo = new UndoLog();
  }

  commit(): void {
    this.undo = undefined;
  }

  rollBack(): void {
    const { undo } = this;
    if (!undo) throw new Error('There is nothing to roll back to.');
    this.undo = undefined;
    for (let entry = undo.points.length - 1; entry >= 0; entry--) {
      const point = undo.points[entry]!;
      this.unlink(point, this.assignment[point]!);
      this.assignment[point] = undo.clustersOfPoints[entry]!;
      this.link(point, undo.clustersOfPoints[entry]!);
      this.distances[point] = undo.distances[entry]!;
    }
    for (const { cluster, moments, centroid } of undo.clusters.values()) {
      this.moments.set(moments, MOMENTS * cluster);
      this.centroids.set(centroid, DIMENSIONS * cluster);
      this.hasMoved[cluster] = 0;
      this.isTouched[cluster] = 0;
      this.isStale[cluster] = 1;
    }
  }

  /** Clusters that changed since `begin`. */
  changedClusters(): Iterable<number> {
    return this.undo?.clusters.keys() ?? [];
  }

  private touch(cluster: number): void {
    this.isTouched[cluster] = 1;
    if (!this.undo || this.undo.clusters.has(cluster)) return;
    const m = MOMENTS * cluster;
    const c = DIMENSIONS * cluster;
    this.undo.clusters.set(cluster, {
      cluster,
      moments: this.moments.slice(m, m + MOMENTS),
      centroid: this.centroids.slice(c, c + DIMENSIONS),
    });
  }

  private link(point: number, cluster: number): void {
    const head = this.heads[cluster]!;
    this.nexts[point] = head;
    this.previous[point] = NONE;
    if (head !== NONE) this.previous[head] = point;
    this.heads[cluster] = point;
    this.sizes[cluster]!++;
    this.addMoments(point, cluster, this.weights[point]!);
  }

  private unlink(point: number, cluster: number): void {
    const next = this.nexts[point]!;
    const previous = this.previous[point]!;
    if (next !== NONE) this.previous[next] = previous;
    if (previous !== NONE) this.nexts[previous] = next;
    else this.heads[cluster] = next;
    if (--this.sizes[cluster]! === 0) {
      // Exactly nothing, instead of what rounding left.
      this.moments.fill(0, MOMENTS * cluster, MOMENTS * (cluster + 1));
    } else {
      this.addMoments(point, cluster, -this.weights[point]!);
    }
  }

  private addMoments(point: number, cluster: number, weight: number): void {
    const { moments, points } = this;
    const m = MOMENTS * cluster;
    const at = DIMENSIONS * point;
    moments[m]! += weight * points[at]!;
    moments[m + 1]! += weight * points[at + 1]!;
    moments[m + 2]! += weight * points[at + 2]!;
    moments[m + 3]! += weight * points[at + 3]!;
    moments[m + WEIGHT]! += weight;
    moments[m + SQUARES]! += weight * this.norms[point]!;
  }
}
