/**
 * How close a picture with any number of colors is to its original: the figures of `quality.ts` and
 * `qualityDetailed.ts`, which need a palette there. Where a pixel is translucent, each figure is the mean of what it is
 * over black and over white.
 * O(pixels), about 0.1 µs each, and 0.3 µs for each pair of colors that CIEDE2000 is computed for: 250,000 at most,
 * evenly spread, which give its mean to half a percent.
 */
import { ciede2000, rgbToCielab } from '../ciede2000';
import { wordsOf } from '../histogram';
import type { Pixels } from '../pixels';
import { lumaOf, ssim, type LumaPicture } from '../ssim';
import { silently, type Steps } from '../steps';

export interface PictureComparison {
  /** Mean squared error a channel, sRGB 0–255. */
  mse: number;
  /** dB; `Infinity` when the pictures are the same. */
  psnr: number;
  meanCiede2000: number;
  ssim: number;
}

/** Pixels between two pauses, a few milliseconds. */
const BLOCK = 1 << 14;
const CACHE_BITS = 15;
const MOST_SAMPLES = 250_000;

/** @param other Of the same size and with the same transparency. */
export function* comparePictures(original: Pixels, other: Pixels): Steps<PictureComparison, undefined> {
  const [words, others] = [wordsOf(original.rgba), wordsOf(other.rgba)];
  if (words.length !== others.length) {
    throw new RangeError(`${words.length} pixels can't be compared with ${others.length}.`);
  }
  const backgrounds = isOpaque(words) && isOpaque(others) ? [0] : [0, 255];
  let [mse, meanCiede2000, similarity] = [0, 0, 0];
  for (const background of backgrounds) {
    const sums = new Differences(background, Math.ceil(words.length / MOST_SAMPLES));
    for (let from = 0; from < words.length; from += BLOCK) {
      sums.add(words, others, from, Math.min(words.length, from + BLOCK));
      yield;
    }
    mse += sums.squaredError / (3 * words.length * backgrounds.length);
    meanCiede2000 += sums.deltaE / (sums.sampled * backgrounds.length);
    const [mine, other] = [words, others].map((each) => lumaPicture(original, each, background));
    similarity += (yield* silently(ssim(mine!, other!))) / backgrounds.length;
  }
  const psnr = mse === 0 ? Infinity : 10 * Math.log10(255 ** 2 / mse);
  return { mse, psnr, meanCiede2000, ssim: similarity };
}

function isOpaque(words: Uint32Array): boolean {
  return words.every((word) => word >>> 24 === 255);
}

/** Sums over pixels that stand on a background (a gray, 0–255). */
class Differences {
  squaredError = 0;
  deltaE = 0;
  /** Pixels that `deltaE` is of. */
  sampled = 0;
  private readonly mine = new SeenColors();
  private readonly others = new SeenColors();

  /** @param every Of so many pixels one counts in `deltaE`. */
  constructor(
    private readonly background: number,
    private readonly every: number,
  ) {}

  add(words: Uint32Array, others: Uint32Array, from: number, to: number): void {
    const { background, every } = this;
    for (let i = from; i < to; i++) {
      const one = over(words[i]!, background);
      const two = over(others[i]!, background);
      const isSampled = i % every === 0;
      if (isSampled) this.sampled++;
      if (one === two) continue;
      const dr = (one & 255) - (two & 255);
      const dg = ((one >>> 8) & 255) - ((two >>> 8) & 255);
      const db = ((one >>> 16) & 255) - ((two >>> 16) & 255);
      this.squaredError += dr * dr + dg * dg + db * db;
      if (!isSampled) continue;
      this.deltaE += ciede2000(this.mine.lab, this.mine.find(one), this.others.lab, this.others.find(two));
    }
  }
}

/** CIELAB of the last colors, by hash. */
class SeenColors {
  readonly lab = new Float64Array(3 << CACHE_BITS);
  /** Color + 1, as 0 is none. */
  private readonly colors = new Uint32Array(1 << CACHE_BITS);

  /** Where in `lab` that of the color (24 bits) stands. */
  find(color: number): number {
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.colors[slot] !== color + 1) {
      rgbToCielab(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, this.lab, 3 * slot);
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
