/**
 * The stages of a reduction, tied together for one image:
 *
 *     pixels → histogram → points, split tree → initial centroids → k-means → palette → remap → quality
 *
 * Each stage's result is kept and reused as long as nothing it depends on changes: a new k leaves the
 * histogram and the tree alone, and asking twice for the same palette computes it once.
 */
import { Clustering } from './clustering';
import { buildExactHistogram, buildHistogram, type CellBits, type Histogram } from './histogram';
import { initialCentroids } from './initialCentroids';
import { kMeans } from './kMeans';
import { sameReduction, type ReduceOptions, type Space } from './options';
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
import { measureQuality, type Quality } from './quality';
import { remap, type Remapped } from './remap';
import { SplitTree } from './splitTree';
import type { Steps } from './steps';
import { DIMENSIONS, workingSpace } from './workingSpace';

/** `quick` answers a moving slider; `rest` is the result that gets saved. */
export type Effort = 'quick' | 'rest';

const EFFORTS: Record<Effort, { bits: CellBits; maxIterations: number; tolerance: number }> = {
  quick: { bits: 5, maxIterations: 20, tolerance: 1e-2 },
  rest: { bits: 6, maxIterations: 300, tolerance: 0 },
};

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
}

export interface Reduced extends PaletteResult {
  picture: Remapped;
}

interface Stage {
  space: Space;
  bits: CellBits;
  points: Float64Array;
  tree: SplitTree;
}

/** How often colors that no pixel took are replaced; each time lowers the error, once is nearly always enough. */
const MAX_REPAIRS = 8;

export class ImageReducer {
  private readonly histograms = new Map<CellBits, Histogram>();
  private stages: Stage[] = [];
  private lastPalette: { effort: Effort; result: PaletteResult } | undefined;

  constructor(readonly pixels: Pixels) {}

  *histogram(effort: Effort): Steps<Histogram> {
    const { bits } = EFFORTS[effort];
    const known = this.histograms.get(bits);
    if (known) return known;
    const histogram = yield* buildHistogram(this.pixels, bits);
    // An exact histogram is the same for every number of bits.
    for (const each of histogram.isExact ? ([5, 6] as const) : [bits]) this.histograms.set(each, histogram);
    return histogram;
  }

  *palette(options: ReduceOptions, effort: Effort): Steps<PaletteResult> {
    const last = this.lastPalette;
    if (last?.effort === effort && sameReduction(last.result.options, options)) return last.result;
    const result = yield* this.computePalette(options, effort);
    this.lastPalette = { effort, result };
    return result;
  }

  /** The whole picture in the palette of `options`, at rest. Every color of the palette is used. */
  *reduce(options: ReduceOptions): Steps<Reduced> {
    const result = yield* this.palette(options, 'rest');
    const picture = yield* this.remapToAll(result);
    const { counts } = picture;
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { ...result, palette: picture.palette, shares: counts.map((count) => count / total), picture };
  }

  measure(reduced: Reduced): Steps<Quality> {
    return measureQuality(this.pixels, reduced.picture);
  }

  private *computePalette(options: ReduceOptions, effort: Effort): Steps<PaletteResult> {
    const { maxIterations, tolerance } = EFFORTS[effort];
    const histogram = yield* this.histogram(effort);
    const totalWeight = this.pixels.width * this.pixels.height;
    if (histogram.isExact && colorCount(histogram) <= options.k) {
      const { palette, order } = sortPalette(paletteOfHistogram(histogram));
      const hasTransparent = histogram.transparentPixels > 0;
      const weights = [...(hasTransparent ? [histogram.transparentPixels] : []), ...histogram.weights];
      const shares = Float64Array.from(order, (color) => weights[color]! / totalWeight);
      return { options, palette, shares, isLossless: true, iterations: 0 };
    }

    const space = workingSpace(options.space);
    const { points, tree } = this.stage(histogram, options.space, EFFORTS[effort].bits);
    yield;
    // Fully transparent pixels are a color of their own that neither moves nor pulls others: the zero point.
    const fixed = new Float64Array(histogram.transparentPixels > 0 ? DIMENSIONS : 0);
    const fixedCount = fixed.length / DIMENSIONS;
    const { weights } = histogram;
    const { centroids, assignment } = initialCentroids(
      { points, weights, fixed, tree },
      options.k - fixedCount,
      options.init,
      options.seed,
    );
    const clustering = new Clustering(points, weights, centroids, fixedCount, assignment);
    yield;
    const { iteration } = yield* kMeans(clustering, { maxIterations, tolerance });

    const colors = roundToPalette(centroids, space);
    const leftOver = fillPlaces(colors, duplicatePlaces(colors), histogram, space);
    const { palette, order } = sortPalette(withoutPlaces(colors, leftOver));
    const clusterWeights = Float64Array.from({ length: colors.length / 4 }, (_, color) =>
      clustering.weightOf(color),
    );
    if (fixedCount > 0) clusterWeights[0]! += histogram.transparentPixels;
    const shares = Float64Array.from(order, (color) => clusterWeights[color]! / totalWeight);
    return { options, palette, shares, isLossless: false, iterations: iteration };
  }

  private stage(histogram: Histogram, space: Space, bits: CellBits): Stage {
    const known = this.stages.find((stage) => stage.space === space && stage.bits === bits);
    if (known) return known;
    const { size, rgba, weights } = histogram;
    const working = workingSpace(space);
    const points = new Float64Array(DIMENSIONS * size);
    for (let at = 0; at < points.length; at += DIMENSIONS) {
      working.toPoint(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!, points, at);
    }
    const stage = { space, bits, points, tree: new SplitTree(points, weights) };
    this.stages = [...this.stages.filter((other) => other.space === space), stage];
    return stage;
  }

  /**
   * Remaps, and replaces colors that no pixel took (rounding can move a color off the few pixels it was for)
   * or that the cells of the histogram were too coarse to tell apart.
   */
  private *remapToAll({ palette, options, isLossless }: PaletteResult): Steps<Remapped> {
    const space = workingSpace(options.space);
    let picture = yield* remap(this.pixels, palette, space);
    if (isLossless) return picture;
    for (let repair = 0; repair < MAX_REPAIRS; repair++) {
      const places = [...Array(options.k).keys()].filter((place) => !picture.counts[place]);
      if (places.length === 0) break;
      const colors = new Uint8Array(4 * options.k);
      colors.set(picture.palette);
      const leftOver = fillPlaces(colors, places, yield* buildExactHistogram(this.pixels), space);
      picture = yield* remap(this.pixels, sortPalette(withoutPlaces(colors, leftOver)).palette, space);
    }
    return picture;
  }
}
