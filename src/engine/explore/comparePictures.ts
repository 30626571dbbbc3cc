/**
 * How close a picture with any number of colors is to its original: the figures of `quality.ts` and SSIM, which
 * there need a palette. Where a pixel is translucent, each figure is the mean of what it is over black and over white.
 * O(pixels), about 0.1 µs each.
 */
import { wordsOf } from '../histogram';
import { rgbToOklab } from '../oklab';
import type { Pixels } from '../pixels';
import { lumaOf, ssim, type LumaPicture } from '../ssim';
import { silently, type Steps } from '../steps';

export interface PictureComparison {
  /** Mean squared error a channel, sRGB 0–255. */
  mse: number;
  /** dB; `Infinity` when the pictures are the same. */
  psnr: number;
  /** OKLab: black and white are 1 apart. */
  meanDeltaE: number;
  ssim: number;
}

/** Pixels between two pauses, a few milliseconds. */
const BLOCK = 1 << 14;
const CACHE_BITS = 15;

/** @param other Of the same size and with the same transparency. */
export function* comparePictures(original: Pixels, other: Pixels): Steps<PictureComparison, undefined> {
  const [words, others] = [wordsOf(original.rgba), wordsOf(other.rgba)];
  if (words.length !== others.length) {
    throw new RangeError(`${words.length} pixels can't be compared with ${others.length}.`);
  }
  const backgrounds = isOpaque(words) && isOpaque(others) ? [0] : [0, 255];
  let [mse, meanDeltaE, similarity] = [0, 0, 0];
  for (const background of backgrounds) {
    const sums = new Differences(background);
    for (let from = 0; from < words.length; from += BLOCK) {
      sums.add(words, others, from, Math.min(words.length, from + BLOCK));
      yield;
    }
    mse += sums.squaredError / (3 * words.length * backgrounds.length);
    meanDeltaE += sums.deltaE / (words.length * backgrounds.length);
    const [mine, other] = [words, others].map((each) => lumaPicture(original, each, background));
    similarity += (yield* silently(ssim(mine!, other!))) / backgrounds.length;
  }
  const psnr = mse === 0 ? Infinity : 10 * Math.log10(255 ** 2 / mse);
  return { mse, psnr, meanDeltaE, ssim: similarity };
}

function isOpaque(words: Uint32Array): boolean {
  return words.every((word) => word >>> 24 === 255);
}

/** Sums over pixels that stand on a background (a gray, 0–255). */
class Differences {
  squaredError = 0;
  deltaE = 0;
  private readonly mine = new SeenColors();
  private readonly others = new SeenColors();

  constructor(private readonly background: number) {}

  add(words: Uint32Array, others: Uint32Array, from: number, to: number): void {
    const { background } = this;
    const [a, b] = [this.mine.lab, this.others.lab];
    for (let i = from; i < to; i++) {
      const one = over(words[i]!, background);
      const two = over(others[i]!, background);
      if (one === two) continue;
      const dr = (one & 255) - (two & 255);
      const dg = ((one >>> 8) & 255) - ((two >>> 8) & 255);
      const db = ((one >>> 16) & 255) - ((two >>> 16) & 255);
      this.squaredError += dr * dr + dg * dg + db * db;
      const p = this.mine.find(one);
      const q = this.others.find(two);
      const dL = a[p]! - b[q]!;
      const da = a[p + 1]! - b[q + 1]!;
      const dB = a[p + 2]! - b[q + 2]!;
      this.deltaE += Math.sqrt(dL * dL + da * da + dB * dB);
    }
  }
}

/** OKLab of the last colors, by hash. */
class SeenColors {
  readonly lab = new Float64Array(3 << CACHE_BITS);
  /** Color + 1, as 0 is none. */
  private readonly colors = new Uint32Array(1 << CACHE_BITS);
  private readonly found = new Float64Array(3);

  /** Where in `lab` that of the color (24 bits) stands. */
  find(color: number): number {
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.colors[slot] !== color + 1) {
      rgbToOklab(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, this.found);
      this.lab.set(this.found, 3 * slot);
      this.colors[slot] = color + 1;
    }
    return 3 * slot;
  }
}

/** The color (24 bits) that a word has on a background, rounded. */
function over(word: number, background: number): number {
  const alpha = word >>> 24;
  if (alpha === 255) return word & 0xffffff;
  const behind = background * (255 - alpha);
  const r = ((word & 255) * alpha + behind) / 255;
  const g = (((word >>> 8) & 255) * alpha + behind) / 255;
  const b = (((word >>> 16) & 255) * alpha + behind) / 255;
  return Math.round(r) | (Math.round(g) << 8) | (Math.round(b) << 16);
}

function lumaPicture({ width, height }: Pixels, words: Uint32Array, background: number): LumaPicture {
  return {
    width,
    height,
    row: (y, luma) => {
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const color = over(words[i]!, background);
        luma[x] = lumaOf(color & 255, (color >>> 8) & 255, (color >>> 16) & 255);
      }
    },
  };
}
