/**
 * k-means as the textbooks have it, on an image's histogram: one start, then rounds until nothing moves. Without what
 * the palette search adds (levels of detail, weights for rare colors, swaps), so that what k-means itself does can be
 * seen. Locked colors and the transparent one stay where they are, as there.
 *
 * It works on a histogram that is there already or quickly made, of at most `MOST_COLORS` cells unless the palette is
 * very large: a run takes 10 to 150 ms with 16 colors and up to 0.2 s with 256, for any image size.
 */
import { Clustering } from '../clustering';
import type { Histogram } from '../histogram';
import { initialCentroids } from '../initialCentroids';
import type { Init, ReduceOptions } from '../options';
import { roundToPalette } from '../palette';
import { fixedColors, transparentPlace, type PaletteSearch } from '../paletteSearch';
import type { Steps } from '../steps';
import { pointsOfPalette, workingSpace, type WorkingSpace } from '../workingSpace';

/** Where a run of k-means starts. `split` ignores the seed. */
export interface RunStart {
  init: Init;
  seed: number;
}

/** What a run needs to know of the reduction. */
export type RunOptions = Pick<ReduceOptions, 'k' | 'space' | 'locked'>;

export function sameRunOptions(a: RunOptions, b: RunOptions): boolean {
  return a.k === b.k && a.space === b.space && a.locked.join() === b.locked.join();
}

export const MAX_ROUNDS = 300;

/** A clustering with what turns it into colors and shares of pixels. */
export class PlainKMeans {
  /** Pixels of the image, fully transparent ones included. */
  readonly pixels: number;

  constructor(
    readonly clustering: Clustering,
    private readonly fixed: Uint8Array,
    private readonly histogram: Histogram,
    private readonly space: WorkingSpace,
  ) {
    this.pixels = histogram.weights.reduce((sum, weight) => sum + weight, histogram.transparentPixels);
  }

  /** The centroids as colors, RGBA, in the clusters' order; two may have become the same. */
  palette(): Uint8Array {
    const palette = roundToPalette(this.clustering.centroids, this.space);
    palette.set(this.fixed); // to the byte
    return palette;
  }

  /** Share of the image's pixels of every cluster, 0–1. */
  shares(): Float64Array {
    const { clustering, histogram, pixels } = this;
    const transparent = transparentPlace(this.fixed);
    return Float64Array.from({ length: clustering.k }, (_, cluster) => {
      const ofOwnColors = clustering.weightOf(cluster);
      return (ofOwnColors + (cluster === transparent ? histogram.transparentPixels : 0)) / pixels;
    });
  }

  /** Mean squared distance of a pixel to its color, in the working space. */
  meanError(): number {
    return this.clustering.error() / this.pixels;
  }
}

/** As many cells as the coarse level has at most. */
const MOST_COLORS = 1 << 15;

/**
 * k-means before anything has moved: centroids are where `start` puts them, points not yet assigned. They are the very
 * centroids that the palette search starts from, so that its result comes from the run that is seen here.
 */
export function* startPlainKMeans(
  search: PaletteSearch,
  options: RunOptions,
  start: RunStart,
): Steps<PlainKMeans> {
  const medium = yield* search.levels.get('medium');
  const fixed = fixedColors(options, medium);
  const space = workingSpace(options.space);
  const first = yield* search.firstStage(options, 'rest');
  yield;
  const { points, histogram, tree } = first;
  const input = { points, weights: histogram.weights, fixed: pointsOfPalette(fixed, space), tree };
  const fixedCount = fixed.length / 4;
  const { centroids, assignment } = initialCentroids(input, options.k - fixedCount, start.init, start.seed);
  yield;
  const isFineEnough = first.level === 'medium' || medium.size > MOST_COLORS;
  const stage = isFineEnough ? first : yield* search.stage('medium', options.space);
  const { weights } = stage.histogram;
  const known = isFineEnough ? assignment : undefined;
  const clustering = new Clustering(stage.points, weights, centroids, fixedCount, known);
  return new PlainKMeans(clustering, fixed, stage.histogram, space);
}
