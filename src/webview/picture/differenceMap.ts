/**
 * The difference between original and reduced picture, pixel by pixel, as colors. The same distance as the quality
 * figures have: OKLab, and for translucent colors the mean over black and white (engine/workingSpace.ts).
 *
 * The original's pixels are turned into points once for a region (60 ns each); reduced pixels have one of k colors, whose
 * points are looked up. A slider move then costs about 10 ns a pixel.
 */
import { DIMENSIONS, workingSpace } from '../../engine/workingSpace';
import { HEAT_MAX, HEAT_WORDS } from './heatColors';

const OKLAB = workingSpace('oklab');

/** Points of so many colors are kept, each in the slot its hash names: no palette is much larger. */
const SLOT_BITS = 12;
const SLOTS = 1 << SLOT_BITS;

/** `rgba`: 4 bytes a pixel; the result has 4 numbers a pixel. */
export function pointsOfPixels(rgba: Uint8ClampedArray): Float32Array {
  const points = new Float32Array(rgba.length);
  const point = new Float64Array(DIMENSIONS);
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length >> 2);
  let last = -1;
  for (let i = 0, at = 0; i < words.length; i++, at += 4) {
    if (words[i] !== last) {
      last = words[i]!;
      OKLAB.toPoint(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!, point, 0);
    }
    points[at] = point[0]!;
    points[at + 1] = point[1]!;
    points[at + 2] = point[2]!;
    points[at + 3] = point[3]!;
  }
  return points;
}

/** Writes the colors of the differences between `points` (of the original) and the pixels of `reduced` to `heat`. */
export function paintDifference(
  points: Float32Array,
  reduced: Uint8ClampedArray,
  heat: Uint8ClampedArray,
): void {
  const words = new Uint32Array(reduced.buffer, reduced.byteOffset, reduced.length >> 2);
  const to = new Uint32Array(heat.buffer, heat.byteOffset, heat.length >> 2);
  const steps = HEAT_WORDS.length - 1;
  const factor = (100 * steps) / HEAT_MAX;
  const known = new Uint32Array(SLOTS);
  const colors = new Float32Array(DIMENSIONS * SLOTS);
  const point = new Float64Array(DIMENSIONS);
  OKLAB.toPoint(0, 0, 0, 0, point, 0); // of the word 0, which all slots begin with
  for (let slot = 0; slot < SLOTS; slot++) colors.set(point, DIMENSIONS * slot);
  for (let i = 0, at = 0; i < words.length; i++, at += 4) {
    const word = words[i]!;
    const slot = Math.imul(word, 0x9e3779b1) >>> (32 - SLOT_BITS);
    const c = DIMENSIONS * slot;
    if (known[slot] !== word) {
      known[slot] = word;
      OKLAB.toPoint(word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24, point, 0);
      colors.set(point, c);
    }
    const d0 = points[at]! - colors[c]!;
    const d1 = points[at + 1]! - colors[c + 1]!;
    const d2 = points[at + 2]! - colors[c + 2]!;
    const d3 = points[at + 3]! - colors[c + 3]!;
    const step = (Math.sqrt(d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3) * factor + 0.5) | 0;
    to[i] = HEAT_WORDS[step < steps ? step : steps]!;
  }
}

/** OKLab distance × 100 of two colors, RGBA bytes. */
export function colorDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const from = new Float64Array(DIMENSIONS);
  const to = new Float64Array(DIMENSIONS);
  OKLAB.toPoint(a[0]!, a[1]!, a[2]!, a[3]!, from, 0);
  OKLAB.toPoint(b[0]!, b[1]!, b[2]!, b[3]!, to, 0);
  return 100 * Math.hypot(from[0]! - to[0]!, from[1]! - to[1]!, from[2]! - to[2]!, from[3]! - to[3]!);
}
