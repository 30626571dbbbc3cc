/**
 * k-means (Lloyd's algorithm) on weighted points, until nothing moves.
 *
 * S. P. Lloyd, "Least squares quantization in PCM" (1957/1982). Every round assigns each point to its nearest
 * centroid and moves each centroid to the mean of its points; the error never rises. What a round costs, and
 * why so little, stands in `clustering.ts`.
 */
import type { Clustering } from './clustering';
import type { Steps } from './steps';

export interface KMeansLimits {
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
  /** Nothing moved any more (as opposed to: the cap or the tolerance was reached). */
  isConverged: boolean;
}

/** Works on `clustering` in place, which ends with every point at its nearest centroid. Yields after every round. */
export function* kMeans(clustering: Clustering, limits: KMeansLimits): Steps<KMeansResult, KMeansRound> {
  const { maxIterations, tolerance = 0 } = limits;
  let previousError = Infinity;
  for (let iteration = 1; ; iteration++) {
    const changed = clustering.assign();
    const error = clustering.error();
    const isConverged = changed === 0 && iteration > 1;
    const isSettled = tolerance > 0 && previousError - error <= tolerance * error;
    const round = { iteration, error, changed };
    if (isConverged || isSettled || iteration >= maxIterations) return { ...round, isConverged };
    yield round;
    clustering.moveCentroids();
    previousError = error;
  }
}
