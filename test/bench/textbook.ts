/**
 * k-means as articles and tutorials have it: every pixel, random pixels as the first centroids, ten iterations,
 * every distance computed. O(pixels · k · iterations). It is here to be compared with; nothing uses it.
 */
import { createRandom } from '../../src/engine/random';

const ITERATIONS = 10;

export interface TextbookResult {
  /** RGBA, all opaque. */
  palette: Uint8Array;
  indices: Uint8Array;
}

/** @param rgba Opaque pixels. */
export function textbookKMeans(rgba: Uint8Array, k: number, seed: number): TextbookResult {
  const count = rgba.length / 4;
  const random = createRandom(seed);
  const centroids: number[][] = [];
  for (let c = 0; c < k; c++) {
    const at = 4 * Math.floor(random() * count);
    centroids.push([rgba[at]!, rgba[at + 1]!, rgba[at + 2]!]);
  }
  const indices = new Uint8Array(count);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    assign(rgba, centroids, indices);
    moveToMeans(rgba, centroids, indices);
  }
  assign(rgba, centroids, indices);
  return { palette: Uint8Array.from(centroids.flatMap((color) => [...color.map(Math.round), 255])), indices };
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

function moveToMeans(rgba: Uint8Array, centroids: number[][], indices: Uint8Array): void {
  const sums = centroids.map(() => [0, 0, 0]);
  const counts = centroids.map(() => 0);
  for (let i = 0; i < indices.length; i++) {
    const sum = sums[indices[i]!]!;
    for (let channel = 0; channel < 3; channel++) sum[channel]! += rgba[4 * i + channel]!;
    counts[indices[i]!]!++;
  }
  for (let c = 0; c < centroids.length; c++) {
    if (counts[c]! > 0) centroids[c] = sums[c]!.map((sum) => sum / counts[c]!);
  }
}
