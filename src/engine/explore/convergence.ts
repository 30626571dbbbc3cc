/**
 * k-means recorded round by round, so that it can be watched.
 *
 * Round 0 is the start: centroids where the initialisation put them, every color with its nearest one. Each further
 * round moves every centroid to the mean of its colors and assigns the colors anew (S. P. Lloyd, "Least squares
 * quantization in PCM", 1957/1982), until a round changes no color's cluster. The error never rises from one round to
 * the next. O(k) memory a round.
 */
import { sortPalette } from '../palette';
import type { PaletteSearch } from '../paletteSearch';
import type { Steps } from '../steps';
import { DIMENSIONS } from '../workingSpace';
import {
  MAX_ROUNDS,
  startPlainKMeans,
  type PlainKMeans,
  type RunOptions,
  type RunStart,
} from './plainKMeans';

export interface Round {
  /** The centroids as colors, RGBA, `4 · clusters` bytes. A cluster keeps its place from round to round. */
  palette: Uint8Array;
  /** Share of the image's pixels of every cluster, 0–1. */
  shares: Float32Array;
  /** Mean squared distance of a pixel to its color, in the working space. */
  error: number;
  /** Colors (entries of the histogram) that went to another cluster in this round; 0 at the start. */
  changed: number;
  /** The same as a share of the image's pixels, 0–1. */
  changedShare: number;
  /** How far the centroid that moved most has moved in this round, in the working space. */
  farthest: number;
}

export interface Convergence {
  /** At least the start. */
  rounds: Round[];
  /** How many colors were divided among the clusters (entries of the histogram). */
  colors: number;
  /** Why it stopped: nothing moved any more, or the cap of rounds. */
  end: 'settled' | 'capped';
}

/**
 * The clusters are in the order that the last palette would have in a file.
 *
 * @param maxRounds Rounds after the start, at most.
 */
export function* recordConvergence(
  search: PaletteSearch,
  options: RunOptions,
  start: RunStart,
  maxRounds = MAX_ROUNDS,
): Steps<Convergence> {
  const run = yield* startPlainKMeans(search, options, start);
  const { clustering } = run;
  const recorder = new Recorder(run);
  clustering.assign();
  recorder.addStart();
  let end: Convergence['end'] = 'capped';
  while (recorder.rounds.length <= maxRounds) {
    yield;
    clustering.moveCentroids();
    clustering.assign();
    if (recorder.add() > 0) continue;
    end = 'settled';
    break;
  }
  return { rounds: inFileOrder(recorder.rounds), colors: clustering.n, end };
}

class Recorder {
  readonly rounds: Round[] = [];
  private centroids: Float64Array;
  private assignment = new Uint16Array(0);

  constructor(private readonly run: PlainKMeans) {
    this.centroids = run.clustering.centroids.slice();
  }

  addStart(): void {
    this.push(0, 0, 0);
  }

  /** Adds the round that ended; returns how many colors it gave to other clusters. */
  add(): number {
    const { clustering, pixels } = this.run;
    let changed = 0;
    let weight = 0;
    // Not what `assign` returns: a cluster without colors is given one before it.
    for (let i = 0; i < clustering.n; i++) {
      if (clustering.assignment[i] === this.assignment[i]) continue;
      changed++;
      weight += clustering.weights[i]!;
    }
    this.push(changed, weight / pixels, farthestMove(this.centroids, clustering.centroids));
    return changed;
  }

  private push(changed: number, changedShare: number, farthest: number): void {
    const { run } = this;
    this.centroids = run.clustering.centroids.slice();
    this.assignment = run.clustering.assignment.slice();
    this.rounds.push({
      palette: run.palette(),
      shares: Float32Array.from(run.shares()),
      error: run.meanError(),
      changed,
      changedShare,
      farthest,
    });
  }
}

function farthestMove(before: Float64Array, after: Float64Array): number {
  let most = 0;
  for (let at = 0; at < before.length; at += DIMENSIONS) {
    let squared = 0;
    for (let d = 0; d < DIMENSIONS; d++) squared += (after[at + d]! - before[at + d]!) ** 2;
    most = Math.max(most, squared);
  }
  return Math.sqrt(most);
}

function inFileOrder(rounds: readonly Round[]): Round[] {
  const { order } = sortPalette(rounds.at(-1)!.palette); // the start at least
  return rounds.map((round) => {
    const palette = new Uint8Array(round.palette.length);
    order.forEach((cluster, place) => {
      palette.set(round.palette.subarray(4 * cluster, 4 * cluster + 4), 4 * place);
    });
    return { ...round, palette, shares: Float32Array.from(order, (cluster) => round.shares[cluster]!) };
  });
}
