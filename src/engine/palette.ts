/**
 * From centroids to palette bytes: rounded, all different, in a stable order.
 *
 * A palette is RGBA, `4 · colors` bytes. Its order is the order of the file's PLTE: translucent colors first,
 * by alpha (a PNG's tRNS chunk then ends with the last of them), then by lightness, which compresses best of
 * the simple orders.
 */
import type { Histogram } from './histogram';
import { NearestColor } from './nearestColor';
import { rgbToOklab } from './oklab';
import { DIMENSIONS, pointsOfPalette, type WorkingSpace } from './workingSpace';

/** Centroids (4 numbers each) as the nearest sRGB bytes. Two may become the same color. */
export function roundToPalette(centroids: Float64Array, space: WorkingSpace): Uint8Array {
  const palette = new Uint8Array(centroids.length);
  for (let at = 0; at < centroids.length; at += DIMENSIONS) space.toRgba(centroids, at, palette, at);
  return palette;
}

/** The colors of an exact histogram, transparent included. */
export function paletteOfHistogram(histogram: Histogram): Uint8Array {
  const transparent = histogram.transparentPixels > 0 ? 4 : 0; // its four zero bytes come first
  const palette = new Uint8Array(transparent + histogram.rgba.length);
  palette.set(histogram.rgba, transparent);
  return palette;
}

/** Number of different colors an exact histogram stands for; of another one, a lower bound. */
export function colorCount(histogram: Histogram): number {
  return histogram.size + (histogram.transparentPixels > 0 ? 1 : 0);
}

/**
 * Gives new colors to `places` of the palette, whatever stands there now (a duplicate, a color that no pixel
 * took): those colors of the histogram that the rest of the palette serves worst, weighted by their pixels,
 * one after the other. Returns the places that got none, as the histogram had no further color.
 * O(n log k + places²).
 */
export function fillPlaces(
  palette: Uint8Array,
  places: readonly number[],
  histogram: Histogram,
  space: WorkingSpace,
): number[] {
  if (places.length === 0) return [];
  const rounded = Uint8Array.from(histogram.rgba, (channel) => Math.round(channel));
  const points = pointsOfPalette(rounded, space);
  const errors = weightedErrors(points, histogram.weights, withoutPlaces(palette, places), space);
  const candidates = [...errors.keys()].filter((entry) => errors[entry]! > 0);
  candidates.sort((a, b) => errors[b]! - errors[a]! || a - b);
  candidates.length = Math.min(candidates.length, CANDIDATES_PER_PLACE * places.length);
  for (const [taken, place] of places.entries()) {
    let worst = -1;
    for (const entry of candidates) if (errors[entry]! > (errors[worst] ?? 0)) worst = entry;
    if (worst < 0) return places.slice(taken);
    palette.set(rounded.subarray(4 * worst, 4 * worst + 4), 4 * place);
    for (const entry of candidates) {
      const error = histogram.weights[entry]! * squaredDistance(points, entry, worst);
      errors[entry] = Math.min(errors[entry]!, error);
    }
  }
  return [];
}

/** Colors with the largest errors crowd together, so a place needs some to choose from. */
const CANDIDATES_PER_PLACE = 4;

function weightedErrors(
  points: Float64Array,
  weights: Float64Array,
  palette: Uint8Array,
  space: WorkingSpace,
): Float64Array {
  if (palette.length === 0) return weights.slice();
  const nearest = new NearestColor(palette, space);
  return weights.map((weight, entry) => {
    nearest.find(points, DIMENSIONS * entry);
    return weight * nearest.distance;
  });
}

function squaredDistance(points: Float64Array, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++)
    sum += (points[DIMENSIONS * a + d]! - points[DIMENSIONS * b + d]!) ** 2;
  return sum;
}

/** The palette without the colors at `places` (ascending or not). */
export function withoutPlaces(palette: Uint8Array, places: readonly number[]): Uint8Array {
  const left = new Set(places);
  return palette.filter((_, at) => !left.has(at >> 2));
}

/** The places of all colors that stand earlier in the palette already. */
export function duplicatePlaces(palette: Uint8Array): number[] {
  const seen = new Set<number>();
  return wordsOfPalette(palette).flatMap((word, place) => {
    if (seen.has(word)) return [place];
    seen.add(word);
    return [];
  });
}

/** The palette in its order of file; `order[place]` is where the color stood before. */
export function sortPalette(palette: Uint8Array): { palette: Uint8Array; order: number[] } {
  const lab = new Float64Array(3);
  const keys = Array.from({ length: palette.length / 4 }, (_, color) => {
    const at = 4 * color;
    rgbToOklab(palette[at]!, palette[at + 1]!, palette[at + 2]!, lab);
    return { alpha: palette[at + 3]!, lightness: lab[0]!, word: wordAt(palette, at) };
  });
  const order = keys.map((_, color) => color);
  order.sort((a, b) => {
    const [x, y] = [keys[a]!, keys[b]!];
    return x.alpha - y.alpha || x.lightness - y.lightness || x.word - y.word;
  });
  const sorted = new Uint8Array(palette.length);
  order.forEach((color, place) => sorted.set(palette.subarray(4 * color, 4 * color + 4), 4 * place));
  return { palette: sorted, order };
}

function wordsOfPalette(palette: Uint8Array): number[] {
  return Array.from({ length: palette.length / 4 }, (_, color) => wordAt(palette, 4 * color));
}

function wordAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at + 3]! << 24) | (rgba[at + 2]! << 16) | (rgba[at + 1]! << 8) | rgba[at]!) >>> 0;
}
