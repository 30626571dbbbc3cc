/**
 * Where k-means starts.
 *
 * - `split`: the split tree's clusters; deterministic, and nearly always the best.
 * - `kmeans++`: each next centroid is drawn with a probability proportional to its squared distance from the
 *   ones before. Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding" (2007). O(n·k).
 * - `random`: k different colors drawn as often as they occur, the textbook start. O(n·log n).
 */
import type { Init } from './options';
import { createRandom } from './random';
import type { SplitTree } from './splitTree';
import { DIMENSIONS } from './workingSpace';

export interface StartInput {
  /** n points of 4 numbers. */
  points: Float64Array;
  /** n numbers over 0. */
  weights: Float64Array;
  /** Centroids that are there already and stay (4 numbers each). */
  fixed: Float64Array;
  tree: SplitTree;
}

export interface Start {
  /** 4 numbers each, the fixed ones first. */
  centroids: Float64Array;
  /** A centroid for every point, n numbers, where one is known; not yet the nearest. */
  assignment?: Uint16Array;
}

/** The fixed centroids and up to `count` more; fewer when there are fewer different points. */
export function initialCentroids(input: StartInput, count: number, init: Init, seed: number): Start {
  const { fixed } = input;
  const first = fixed.length / DIMENSIONS;
  if (count <= 0) return { centroids: fixed.slice() };
  if (init === 'split') {
    const { centroids, assignment } = input.tree.clusters(count);
    return { centroids: joined(fixed, centroids), assignment: assignment.map((cluster) => first + cluster) };
  }
  const random = createRandom(seed);
  const drawn = init === 'kmeans++' ? plusPlus(input, count, random) : randomEntries(input, count, random);
  return { centroids: joined(fixed, drawn) };
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function plusPlus({ points, weights, fixed }: StartInput, count: number, random: () => number): Float64Array {
  const n = weights.length;
  const nearest = new Float64Array(n).fill(Infinity);
  for (let at = 0; at < fixed.length; at += DIMENSIONS) lowerDistances(nearest, points, fixed, at);
  const centroids = new Float64Array(DIMENSIONS * Math.min(count, n));
  const chances = new Float64Array(n);
  for (let c = 0; c < centroids.length; c += DIMENSIONS) {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const distance = nearest[i]!;
      total += chances[i] = weights[i]! * (distance === Infinity ? 1 : distance);
    }
    if (total === 0) return centroids.slice(0, c); // every point has a centroid of its own
    const entry = draw(chances, total * random());
    centroids.set(points.subarray(DIMENSIONS * entry, DIMENSIONS * entry + DIMENSIONS), c);
    lowerDistances(nearest, points, centroids, c);
  }
  return centroids;
}

/** Lowers `nearest` (squared distances) to those from the centroid at `centroids[c]` where that is nearer. */
function lowerDistances(
  nearest: Float64Array,
  points: Float64Array,
  centroids: Float64Array,
  c: number,
): void {
  const c0 = centroids[c]!;
  const c1 = centroids[c + 1]!;
  const c2 = centroids[c + 2]!;
  const c3 = centroids[c + 3]!;
  for (let i = 0, at = 0; i < nearest.length; i++, at += DIMENSIONS) {
    const d0 = points[at]! - c0;
    const d1 = points[at + 1]! - c1;
    const d2 = points[at + 2]! - c2;
    const d3 = points[at + 3]! - c3;
    const distance = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    if (distance < nearest[i]!) nearest[i] = distance;
  }
}

/** The entry at which the running sum of `chances` passes `target`. */
function draw(chances: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < chances.length; i++) {
    if (chances[i] === 0) continue;
    sum += chances[i]!;
    last = i;
    if (sum > target) return i;
  }
  return last; // the sum was rounded down just under the target
}

/**
 * Weighted sampling without replacement: the entries with the largest u^(1/w), u uniform. Efraimidis and
 * Spirakis, "Weighted random sampling with a reservoir" (2006).
 */
function randomEntries({ points, weights }: StartInput, count: number, random: () => number): Float64Array {
  const n = weights.length;
  const keys = Float64Array.from(weights, (weight) => Math.log(1 - random()) / weight);
  const entries = Array.from({ length: n }, (_, entry) => entry);
  entries.sort((a, b) => keys[b]! - keys[a]!);
  const centroids = new Float64Array(DIMENSIONS * Math.min(count, n));
  for (let c = 0; DIMENSIONS * c < centroids.length; c++) {
    const at = DIMENSIONS * entries[c]!;
    centroids.set(points.subarray(at, at + DIMENSIONS), DIMENSIONS * c);
  }
  return centroids;
}
