/**
 * The colors of a picture, few enough to be drawn: the entries of its histogram, or, where there are too many, the means
 * of larger cells of the color cube. The cells are as small as the number of points allows, and every color is in one of
 * them: a random choice would lose just the rare ones. O(n · a few).
 */
import type { Histogram } from '../histogram';
import type { Steps } from '../steps';

export interface ColorCloud {
  /** RGBA bytes, 4 · n. */
  colors: Uint8Array;
  /** Of all pixels that are not fully transparent, 0–1; n numbers. */
  shares: Float32Array;
  /** Entries of the histogram. */
  gatheredFrom: number;
}

export const CLOUD_POINTS = 30_000;

/** The width of cells, in levels of 0–255: below 4 the histogram of a photograph has none to merge; one of 256 holds all. */
const WIDTHS = [4, 256] as const;
/** After so many halvings the width is right to a quarter of a level. */
const HALVINGS = 10;
/** The opacity is less looked at than the color: cells are so many times as wide along it. */
const ALPHA_WIDTH = 4;

export function* colorCloud(histogram: Histogram, most = CLOUD_POINTS): Steps<ColorCloud> {
  const gatheredFrom = histogram.size;
  if (gatheredFrom <= most) return { ...pointsOf(histogram.rgba, histogram.weights), gatheredFrom };
  let [fine, coarse]: [number, number] = [...WIDTHS];
  let best = cellsOf(histogram, coarse);
  yield;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const width = (fine + coarse) / 2;
    const cells = cellsOf(histogram, width);
    yield;
    if (cells.count > most) {
      fine = width;
    } else {
      coarse = width;
      best = cells;
    }
  }
  return { ...merged(histogram, best), gatheredFrom };
}

interface Cells {
  count: number;
  /** The cell of every entry, counted in order of appearance. */
  ofEntry: Uint32Array;
}

function cellsOf({ rgba, size }: Histogram, width: number): Cells {
  const steps = Math.ceil(256 / width);
  const alphaSteps = Math.ceil(256 / (ALPHA_WIDTH * width));
  const numbers = new Uint32Array(steps ** 3 * alphaSteps);
  const ofEntry = new Uint32Array(size);
  let count = 0;
  for (let entry = 0, at = 0; entry < size; entry++, at += 4) {
    const r = Math.floor(rgba[at]! / width);
    const g = Math.floor(rgba[at + 1]! / width);
    const b = Math.floor(rgba[at + 2]! / width);
    const a = Math.floor(rgba[at + 3]! / (ALPHA_WIDTH * width));
    const cell = ((a * steps + r) * steps + g) * steps + b;
    ofEntry[entry] = (numbers[cell] ||= ++count) - 1;
  }
  return { count, ofEntry };
}

function merged({ rgba, weights }: Histogram, { count, ofEntry }: Cells): Omit<ColorCloud, 'gatheredFrom'> {
  const means = new Float64Array(4 * count);
  const sums = new Float64Array(count);
  weights.forEach((weight, entry) => {
    const cell = ofEntry[entry]!;
    sums[cell]! += weight;
    for (let c = 0; c < 4; c++) means[4 * cell + c]! += weight * rgba[4 * entry + c]!;
  });
  for (let i = 0; i < means.length; i++) means[i]! /= sums[i >> 2]!;
  return pointsOf(means, sums);
}

function pointsOf(rgba: Float64Array, weights: Float64Array): Omit<ColorCloud, 'gatheredFrom'> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    colors: Uint8Array.from(rgba, (channel) => Math.round(channel)),
    shares: Float32Array.from(weights, (weight) => weight / total),
  };
}
