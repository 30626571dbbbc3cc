/**
 * k-means as articles and tutorials have it: every pixel, random pixels as the first centroids, every distance
 * computed. O(pixels · k · iterations). It is here to be compared with; nothing uses it.
 */
import { createRandom } from '../../src/engine/random';

/** When to stop. */
export interface TextbookLimits {
  iterations: number;
  /** Sooner, once a round moves the centroids by no more: their squared ways, summed, as a share of the variance. */
  tolerance?: number;
}

export interface TextbookResult {
  /** RGBA, all opaque. */
  palette: Uint8Array;
  indices: Uint8Array;
  /** Rounds that were run. */
  iterations: number;
}

/** @param rgba Opaque pixels. */
export function textbookKMeans(
  rgba: Uint8Array,
  k: number,
  seed: number,
  { iterations, tolerance = -1 }: TextbookLimits,
): TextbookResult {
  const count = rgba.length / 4;
  const random = createRandom(seed);
  const centroids: number[][] = [];
  for (let c = 0; c < k; c++) {
    const at = 4 * Math.floor(random() * count);
    centroids.push([rgba[at]!, rgba[at + 1]!, rgba[at + 2]!]);
  }
  const indices = new Uint8Array(count);
  const least = tolerance < 0 ? tolerance : tolerance * varianceOf(rgba);
  let iteration = 0;
  let moved = Infinity;
  while (iteration < iterations && moved > least) {
    assign(rgba, centroids, indices);
    moved = moveToMeans(rgba, centroids, indices);
    iteration++;
  }
  assign(rgba, centroids, indices);
  const palette = Uint8Array.from(centroids.flatMap((color) => [...color.map(Math.round), 255]));
  return { palette, indices, iterations: iteration };
}

/** Mean over the three channels. */
function varianceOf(rgba: Uint8Array): number {
  const sums = [0, 0, 0];
  const squares = [0, 0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    for (let channel = 0; channel < 3; channel++) {
      const value = rgba[at + channel]!;
      sums[channel]! += value;
      squares[channel]! += value * value;
    }
  }
  const count = rgba.length / 4;
  return (
    squares.reduce((total, each, channel) => total + each / count - (sums[channel]! / count) ** 2, 0) / 3
  );
}

function assign(rgba: Uint8Array, centroids: readonly number[][], indices: Uint8Array): void {
  for (let i = 0; i < indices.length; i++) {
    let least = Infinity;
    for (let c = 0; c < centroids.length; c++) {
      const centroid = centroids[c]!;
      const r = rgba[4 * i]! - centroid[0]!;
      const g = rgba[4 * i + 1]! - centroid[1]!;
      const b = rgba[4 * i + 2]! - centroid[2]!;
      const distance = r * r + g * g + b * b;
      if (distance < least) {
        least = distance;
        indices[i] = c;
      }
    }
  }
}

/** Returns the squared distances that the centroids went, summed. */
function moveToMeans(rgba: Uint8Array, centroids: number[][], indices: Uint8Array): number {
  const sums = centroids.map(() => [0, 0, 0]);
  const counts = centroids.map(() => 0);
  for (let i = 0; i < indices.length; i++) {
    const sum = sums[indices[i]!]!;
    for (let channel = 0; channel < 3; channel++) sum[channel]! += rgba[4 * i + channel]!;
    counts[indices[i]!]!++;
  }
  let moved = 0;
  for (let c = 0; c < centroids.length; c++) {
    if (counts[c] === 0) continue;
    const mean = sums[c]!.map((sum) => sum / counts[c]!);
    mean.forEach((value, channel) => (moved += (value - centroids[c]![channel]!) ** 2));
    centroids[c] = mean;
  }
  return moved;
}
