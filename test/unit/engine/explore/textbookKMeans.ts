/** k-means by its definition: every distance, every mean, every round. The slow truth that the quick one must match. */
import type { Clustering } from '../../../../src/engine/clustering';
import { DIMENSIONS } from '../../../../src/engine/workingSpace';

export interface TextbookRound {
  /** Σ weight · squared distance to the own centroid. */
  error: number;
  /** Points that changed their cluster. */
  changed: number;
}

/** Two distances that differ by less than this share may be told apart by rounding only. */
const TIE = 1e-9;

/**
 * From where `start` stands (which stays as it is) until a round changes nothing; the start is the first entry.
 * `undefined` when a point once had two nearest centroids: either is right, and leads another way.
 */
export function textbookRounds(start: Clustering, maxRounds: number): TextbookRound[] | undefined {
  const { points, weights, fixed, n, k } = start;
  const centroids = start.centroids.slice();
  const distance = (point: number, cluster: number) => {
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      sum += (points[DIMENSIONS * point + d]! - centroids[DIMENSIONS * cluster + d]!) ** 2;
    }
    return sum;
  };
  const own = Array.from(start.assignment);
  let hasTies = false;
  const assignAll = () => {
    for (let i = 0; i < n; i++) {
      let best = own[i]!; // a tie changes nothing
      for (let cluster = 0; cluster < k; cluster++) {
        if (distance(i, cluster) < distance(i, best)) best = cluster;
      }
      own[i] = best;
      const limit = distance(i, best) * (1 + TIE) + Number.MIN_VALUE;
      for (let cluster = 0; cluster < k; cluster++) {
        if (cluster !== best && distance(i, cluster) <= limit) hasTies = true;
      }
    }
  };
  const error = () => own.reduce((sum, cluster, i) => sum + weights[i]! * distance(i, cluster), 0);

  assignAll();
  const rounds: TextbookRound[] = [{ error: error(), changed: 0 }];
  while (rounds.length <= maxRounds) {
    const before = [...own];
    for (let cluster = fixed; cluster < k; cluster++) {
      if (!own.includes(cluster)) adopt(cluster);
    }
    for (let cluster = fixed; cluster < k; cluster++) moveToMean(cluster);
    assignAll();
    const changed = own.filter((cluster, i) => cluster !== before[i]).length;
    rounds.push({ error: error(), changed });
    if (changed === 0) break;
  }
  return hasTies ? undefined : rounds;

  /** A cluster without points takes the one that adds most to the error. */
  function adopt(cluster: number): void {
    const errors = own.map((from, i) => {
      const isAlone = own.filter((other) => other === from).length < 2;
      return isAlone ? 0 : weights[i]! * distance(i, from);
    });
    const most = Math.max(...errors);
    if (most === 0) return;
    const worst = errors.indexOf(most);
    own[worst] = cluster;
    for (let d = 0; d < DIMENSIONS; d++) {
      centroids[DIMENSIONS * cluster + d] = points[DIMENSIONS * worst + d]!;
    }
  }

  function moveToMean(cluster: number): void {
    const members = own.flatMap((other, i) => (other === cluster ? [i] : []));
    const weight = members.reduce((sum, i) => sum + weights[i]!, 0);
    if (weight === 0) return;
    for (let d = 0; d < DIMENSIONS; d++) {
      const sum = members.reduce((total, i) => total + weights[i]! * points[DIMENSIONS * i + d]!, 0);
      centroids[DIMENSIONS * cluster + d] = sum / weight;
    }
  }
}
