/**
 * How close a picture with any number of colors is to its original: the figures of `quality.ts` and SSIM, which
 * there need a palette. Where a pixel is translucent, each figure is the mean of what it is over black and over white.
 * O(pixels), about 0.1 µs each.
 */
import { wordsOf } from '../histogram';
import { rgbToOklab } from '../oklab';
import type { Pixels } from '../pixels';
import { lumaOf, ssim, type LumaPicture } from '../ssim';
import type { Steps } from '../steps';

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
  const isOpaque = words.every((word) => word >>> 24 === 255) && others.every((word) => word >>> 24 === 255);
  const backgrounds = isOpaque ? [0] : [0, 255];
  let [mse, meanDeltaE, similarity] = [0, 0, 0];
  for (const background of backgrounds) {
    const distances = new Distances(background);
    for (let from = 0; from < words.length; from += BLOCK) {
      distances.add(words, others, from, Math.min(words.length, from + BLOCK));
      yield;
    }
    mse += distances.squaredError / (3 * words.length * backgrounds.length);
    meanDeltaE += distances.deltaE / (words.length * backgrounds.length);
    const mine = lumaPicture(original, words, background);
    similarity += (yield* ssim(mine, lumaPicture(other, others, background)) as Steps<number, undefined>) / backgrounds.length;
  }
  const psnr = mse === 0 ? Infinity : 10 * Math.log10(255 ** 2 / mse);
  return { mse, psnr, meanDeltaE, ssim: similarity };
}
