/**
 * Ordered dithering: every color becomes a mixture of two palette colors (ditherPairs.ts), every pixel takes
 * one of them by the threshold at its place. The lower palette index, the darker color, is what high thresholds
 * take, so that textures of neighboring colors fit together. Edges stay clean (ditherRows.ts). No pixel depends
 * on how others are dithered. O(pixels + different colors · neighbors).
 */
import { DitherPairs, unmixed, type Pair } from './ditherPairs';
import { DitherRows } from './ditherRows';
import type { DitherTask } from './ditherTask';
import { ditherThresholds, type OrderedDither } from './ditherThresholds';
import { wordsOf } from './histogram';
import type { Steps } from './steps';
import { DIMENSIONS, pointsOfPalette, type WorkingSpace } from './workingSpace';

/** Pixels between two pauses, some milliseconds. */
const BLOCK = 1 << 15;
const CACHE_BITS = 16;

/** The indices of the dithered picture. */
export function* ditherOrdered(task: DitherTask, kind: OrderedDither): Steps<Uint8Array | Uint16Array> {
  const { pixels, palette, plain, space, strength } = task;
  const { width, height } = pixels;
  const indices = plain.slice();
  const words = wordsOf(pixels.rgba);
  const colors = new MixedColors(palette, space, strength);
  const rows = new DitherRows(height, width, ditherThresholds(kind), (y, pairs) => {
    for (let x = 0, i = y * width; x < width; x++, i++) pairs[x] = colors.pairOf(words[i]!, plain[i]!);
  });
  let sincePause = 0;
  for (let y = 0; y < height; y++) {
    rows.write(y, indices, y * width);
    sincePause += width;
    if (sincePause < BLOCK) continue;
    sincePause = 0;
    yield;
  }
  return indices;
}

/** Remembers the pairs of recent colors, by hash; color 0 is never looked up. */
class MixedColors {
  private readonly colors = new Uint32Array(1 << CACHE_BITS);
  private readonly pairs = new Uint32Array(1 << CACHE_BITS);
  private readonly search: DitherPairs;
  private readonly point = new Float64Array(DIMENSIONS);

  constructor(
    palette: Uint8Array,
    private readonly space: WorkingSpace,
    strength: number,
  ) {
    this.search = new DitherPairs(palette, pointsOfPalette(palette, space), strength);
  }

  pairOf(color: number, nearest: number): Pair {
    if (color >>> 24 === 0) return unmixed(nearest);
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.colors[slot] !== color) {
      const alpha = color >>> 24;
      this.space.toPoint(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, alpha, this.point, 0);
      this.colors[slot] = color;
      this.pairs[slot] = this.search.find(this.point, 0, alpha === 255, nearest);
    }
    return this.pairs[slot]!;
  }
}
