/**
 * From options to a palette: start, k-means, improvement, finish, at the levels of detail that the effort asks
 * for.
 *
 *     coarse: start → k-means                          ─┐ a moving slider stops here
 *     medium: k-means, with weights for rare colors    ─┤ `quick` stops here
 *             → improve by swaps                        │
 *     fine:   k-means                                  ─┘ `rest`
 */
import { Clustering } from './clustering';
import { colorOfHex } from './hexColor';
import type { Histogram } from './histogram';
import { improve } from './improve';
import { initialCentroids, type Start } from './initialCentroids';
import { kMeans, type KMeansLimits } from './kMeans';
import { HistogramLevels, parentEntries, type Level } from './levels';
import { RUNS_MAX, type ReduceOptions, type Space } from './options';
import {
  colorCount,
  duplicatePlaces,
  fillPlaces,
  paletteOfHistogram,
  roundToPalette,
  sortPalette,
  withoutPlaces,
} from './palette';
import type { Pixels } from './pixels';
import { weightsForRareColors } from './rareColors';
import { SplitTree } from './splitTree';
import type { Steps } from './steps';
import { DIMENSIONS, pointsOfColors, pointsOfPalette, workingSpace } from './workingSpace';

/** `moving` answers a slider; `quick` is a sound result at once; `rest` goes on improving. */
export type Effort = 'moving' | 'quick' | 'rest';

export interface SearchLimits {
  effort: Effort;
  /**
   * How long to improve at rest, in ms of a slow machine. It is an amount of work, not a time: the same picture must
   * give the same palette on every machine, busy or not. Default `DEFAULT_IMPROVE_MS`, 0 for none.
   */
  improveMs?: number;
}

export interface PaletteResult {
  options: ReduceOptions;
  /** RGBA, `4 · colors` bytes, all different, in the order of the file. */
  palette: Uint8Array;
  /** Share of the image's pixels of every color, 0–1. */
  shares: Float64Array;
  /** The image has no more colors than asked for: these are exactly its colors. */
  isLossless: boolean;
  /** Rounds of k-means; 0 when there was nothing to do. */
  iterations: number;
  /** By which share of it improving lowered the error, 0–1. */
  improvement: number;
}

export const DEFAULT_IMPROVE_MS = 1000;
/** Distances that a millisecond of improving is worth. A small machine of today takes 0.3 to 0.5 ms for them. */
const WORK_PER_MS = 40_000;
/** Rounds of k-means: for a moving slider, which has little time and starts from the split tree's good centroids, … */
const MOVING: KMeansLimits = { maxIterations: 8, tolerance: 1e-2 };
/** … on the coarse level, when a finer one follows, … */
const STARTING: KMeansLimits = { maxIterations: 20, tolerance: 1e-3 };
/** … and for the result. */
const ROUNDS: Record<'quick' | 'rest', KMeansLimits> = {
  quick: { maxIterations: 4, tolerance: 2e-3 },
  rest: { maxIterations: 300 },
};
/** Work for bringing rare colors in while the slider moves. */
const MOVING_WORK = 2_000_000;
/** A level with fewer entries than this for each color is too coarse to choose colors on. */
const ENTRIES_PER_COLOR = { moving: 16, quick: 32, rest: 32 };

/** What the steps of k-means at one level of detail share: its histogram as points, and the tree of their splits. */
export interface Stage {
  space: Space;
  level: Level;
  histogram: Histogram;
  points: Float64Array;
  tree: SplitTree;
}

export class PaletteSearch {
  readonly levels: HistogramLevels;
  private stages: Stage[] = [];

  constructor(private readonly pixels: Pixels) {
    this.levels = new HistogramLevels(pixels);
  }

  /** Throws a `RangeError` when more colors are locked than the palette holds. */
  *search(options: ReduceOptions, limits: SearchLimits): Steps<PaletteResult> {
    const medium = yield* this.levels.get('medium');
    const fixed = fixedColors(options, medium);
    const lossless = this.losslessPalette(options, medium, fixed);
    if (lossless) return lossless;
    const { effort } = limits;
    const first = yield* this.firstStage(options, effort);
    const isCoarse = first.level === 'coarse';
    yield;

    let best = yield* this.bestOfRuns(
      first,
      fixed,
      options,
      effort === 'moving' ? MOVING : isCoarse ? STARTING : ROUNDS[effort],
    );
    let stage = first;
    if (isCoarse && effort !== 'moving') {
      stage = yield* this.stage('medium', options.space);
      yield;
      best = nextLevel(best, first, stage);
    }
    let { iterations } = best;
    const reach = effort === 'moving' ? MOVING : ROUNDS[effort];
    if (effort !== 'moving') iterations += (yield* kMeans(best.clustering, reach)).iteration;

    let { clustering } = best;
    if (options.keepRare > 0) {
      clustering = this.withRareColors(stage, clustering, options); // settled already, so little moves twice
      iterations += (yield* kMeans(clustering, reach)).iteration;
      clustering.moveCentroids();
      if (effort !== 'rest') yield* improve(clustering, { maxWork: MOVING_WORK });
    }
    let improvement = 0;
    if (effort === 'rest') {
      const { improveMs = DEFAULT_IMPROVE_MS } = limits;
      if (improveMs > 0) {
        clustering.moveCentroids();
        const maxWork = improveMs * WORK_PER_MS;
        const { error, errorBefore } = yield* improve(clustering, { maxWork });
        improvement = errorBefore > 0 ? 1 - error / errorBefore : 0;
      }
      const finished = yield* this.finish(stage, clustering, options);
      clustering = finished.clustering;
      iterations += finished.iterations;
    }
    return { ...this.paletteOf(clustering, fixed, options, medium), iterations, improvement };
  }

  /** The image's colors and the locked ones, when they all fit. */
  private losslessPalette(
    options: ReduceOptions,
    histogram: Histogram,
    fixed: Uint8Array,
  ): PaletteResult | undefined {
    if (!histogram.isExact || colorCount(histogram) > options.k) return undefined;
    const own = paletteOfHistogram(histogram);
    const all = new Uint8Array(fixed.length + own.length);
    all.set(fixed);
    all.set(own, fixed.length);
    const { palette } = sortPalette(withoutPlaces(all, duplicatePlaces(all)));
    if (palette.length > 4 * options.k) return undefined;
    const weights = new Map<string, number>();
    const opaqueFrom = own.length - histogram.rgba.length;
    if (opaqueFrom > 0) weights.set('0,0,0,0', histogram.transparentPixels);
    histogram.weights.forEach((weight, entry) => {
      weights.set(own.subarray(opaqueFrom + 4 * entry, opaqueFrom + 4 * entry + 4).join(), weight);
    });
    const total = this.pixels.width * this.pixels.height;
    const shares = Float64Array.from({ length: palette.length / 4 }, (_, color) => {
      return (weights.get(palette.subarray(4 * color, 4 * color + 4).join()) ?? 0) / total;
    });
    return { options, palette, shares, isLossless: true, iterations: 0, improvement: 0 };
  }

  /** The result with the lowest error of `runs` random starts; of the deterministic start, its own. */
  private *bestOfRuns(
    { points, histogram, tree }: Stage,
    fixedPalette: Uint8Array,
    options: ReduceOptions,
    limits: KMeansLimits,
  ): Steps<Attempt> {
    const space = workingSpace(options.space);
    const fixed = pointsOfPalette(fixedPalette, space);
    const fixedCount = fixedPalette.length / 4;
    const { weights } = histogram;
    const runs = options.init === 'split' ? 1 : Math.min(RUNS_MAX, Math.max(1, options.runs));
    let best: (Attempt & { error: number }) | undefined;
    for (let run = 0; run < runs; run++) {
      const seed = (options.seed + run) >>> 0;
      const input = { points, weights, fixed, tree };
      const start: Start = initialCentroids(input, options.k - fixedCount, options.init, seed);
      yield;
      const clustering = new Clustering(points, weights, start.centroids, fixedCount, start.assignment);
      yield;
      const { iteration, error } = yield* kMeans(clustering, limits);
      if (!best || error < best.error) best = { clustering, iterations: iteration, error };
    }
    return best!; // at least one run
  }

  private withRareColors(stage: Stage, clustering: Clustering, { k, keepRare }: ReduceOptions): Clustering {
    const weights = weightsForRareColors(stage.histogram, k, keepRare);
    const { assignment, centroids, fixed } = clustering;
    return new Clustering(stage.points, weights, centroids.slice(), fixed, assignment.slice());
  }

  /** k-means on the finest level, from where the clustering stands. */
  private *finish(stage: Stage, clustering: Clustering, options: ReduceOptions): Steps<Attempt> {
    const histogram = yield* this.levels.get('fine');
    if (histogram === stage.histogram) return { clustering, iterations: 0 };
    const points = pointsOfColors(histogram.rgba, workingSpace(options.space));
    yield;
    const parents = parentEntries(histogram, stage.histogram, 'medium');
    const { centroids, fixed } = clustering;
    const { k, keepRare } = options;
    const weights = keepRare > 0 ? weightsForRareColors(histogram, k, keepRare) : histogram.weights;
    const assignment = inherited(parents, clustering.assignment);
    yield;
    const fine = new Clustering(points, weights, centroids, fixed, assignment);
    yield;
    const { iteration } = yield* kMeans(fine, { maxIterations: 12, tolerance: 1e-5 });
    fine.moveCentroids();
    return { clustering: fine, iterations: iteration };
  }

  private paletteOf(
    clustering: Clustering,
    fixed: Uint8Array,
    options: ReduceOptions,
    histogram: Histogram,
  ): Omit<PaletteResult, 'iterations' | 'improvement'> {
    const space = workingSpace(options.space);
    const colors = roundToPalette(clustering.centroids, space);
    colors.set(fixed); // to the byte
    const leftOver = fillPlaces(colors, duplicatePlaces(colors), histogram, space);
    const { palette, order } = sortPalette(withoutPlaces(colors, leftOver));
    // Pixels, not weights, which rare colors have more of.
    const pixels = new Float64Array(clustering.k);
    const entryPixels = clustering.n === histogram.size ? histogram.weights : clustering.weights;
    clustering.assignment.forEach((cluster, entry) => (pixels[cluster]! += entryPixels[entry]!));
    const transparent = transparentPlace(fixed);
    if (transparent >= 0) pixels[transparent]! += histogram.transparentPixels;
    const total = pixels.reduce((sum, each) => sum + each, 0);
    const kept = [...pixels.keys()].filter((cluster) => !leftOver.includes(cluster));
    const shares = Float64Array.from(order, (color) => pixels[kept[color]!]! / total);
    return { options, palette, shares, isLossless: false };
  }

  /** Where k-means starts: on the coarse level, if that has enough entries to choose so many colors from. */
  *firstStage({ k, space }: Pick<ReduceOptions, 'k' | 'space'>, effort: Effort): Steps<Stage> {
    const medium = yield* this.levels.get('medium');
    const coarse = yield* this.levels.get('coarse');
    const isCoarse = medium !== coarse && coarse.size >= ENTRIES_PER_COLOR[effort] * k;
    return yield* this.stage(isCoarse ? 'coarse' : 'medium', space);
  }

  *stage(level: Level, space: Space): Steps<Stage> {
    const known = this.stages.find((stage) => stage.space === space && stage.level === level);
    if (known) return known;
    const histogram = yield* this.levels.get(level);
    const points = pointsOfColors(histogram.rgba, workingSpace(space));
    yield;
    const stage = { space, level, histogram, points, tree: new SplitTree(points, histogram.weights) };
    this.stages = [...this.stages.filter((other) => other.space === space), stage];
    return stage;
  }
}

interface Attempt {
  clustering: Clustering;
  iterations: number;
}

/** The same centroids on a finer level. */
function nextLevel({ clustering, iterations }: Attempt, from: Stage, to: Stage): Attempt {
  const parents = parentEntries(to.histogram, from.histogram, 'coarse');
  const assignment = inherited(parents, clustering.assignment);
  const { centroids, fixed } = clustering;
  return {
    clustering: new Clustering(to.points, to.histogram.weights, centroids.slice(), fixed, assignment),
    iterations,
  };
}

/** Every entry in the cluster of its parent. */
function inherited(parents: Uint32Array, assignment: Uint16Array): Uint16Array {
  const own = new Uint16Array(parents.length); // `from` with a function takes ten times as long
  for (let entry = 0; entry < parents.length; entry++) own[entry] = assignment[parents[entry]!]!;
  return own;
}

/**
 * The colors that neither move nor are moved: the locked ones, and, where the image has fully transparent pixels,
 * the transparent one, which then pulls no other color. RGBA, all different. Throws a `RangeError` when more colors
 * are locked than the palette holds.
 */
export function fixedColors(
  { k, locked }: Pick<ReduceOptions, 'k' | 'locked'>,
  histogram: Histogram,
): Uint8Array {
  if (locked.length > k) {
    throw new RangeError(`${locked.length} colors can't be locked in a palette of ${k}.`);
  }
  const colors: number[][] = locked.map(colorOfHex);
  const transparent = [0, 0, 0, 0];
  const hasTransparent = colors.some((color) => color[3] === 0);
  if (histogram.transparentPixels > 0 && !hasTransparent && colors.length < k) colors.unshift(transparent);
  const palette = Uint8Array.from(colors.flatMap((color) => (color[3] === 0 ? transparent : color)));
  return withoutPlaces(palette, duplicatePlaces(palette));
}

/** The index of the fully transparent color, or −1. */
export function transparentPlace(palette: Uint8Array): number {
  for (let at = 0; at < palette.length; at += DIMENSIONS) if (palette[at + 3] === 0) return at / DIMENSIONS;
  return -1;
}
