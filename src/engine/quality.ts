/**
 * How close a reduced picture is to its original.
 *
 * - MSE: mean squared error per channel, sRGB 0–255, and PSNR = 10·log₁₀(255² / MSE) in dB.
 * - Mean ΔE: mean Euclidean distance in OKLab (Ottosson 2020).
 *
 * Where a pixel is translucent in either picture, each figure is the mean of what it is over black and over
 * white. O(pixels), about 8 ns each: OKLab of recent colors is remembered.
 */
import { wordsOf } from './histogram';
import { rgbToOklab } from './oklab';
import type { IndexedPixels, Pixels } from './pixels';
import type { Steps } from './steps';

export interface Quality {
  mse: number;
  /** dB; `Infinity` when the pictures are the same. */
  psnr: number;
  meanDeltaE: number;
}

const BLOCK = 1 << 17;
const CACHE_BITS = 15;

/** Compares the original with a picture of the same size. */
export function* measureQuality(original: Pixels, reduced: IndexedPixels): Steps<Quality> {
  const words = wordsOf(original.rgba);
  if (words.length !== reduced.indices.length) {
    throw new RangeError(`${words.length} pixels can't be compared with ${reduced.indices.length}.`);
  }
  const comparison = new Comparison(reduced);
  for (let from = 0; from < words.length; from += BLOCK) {
    comparison.add(words, from, Math.min(words.length, from + BLOCK));
    yield;
  }
  const mse = comparison.squaredError / (3 * words.length);
  return {
    mse,
    psnr: mse === 0 ? Infinity : 10 * Math.log10((255 * 255) / mse),
    meanDeltaE: comparison.deltaE / words.length,
  };
}

class Comparison {
  squaredError = 0;
  deltaE = 0;
  private readonly palette: Uint8Array;
  private readonly indices: Uint8Array | Uint16Array;
  /** OKLab of the palette, 3 numbers a color; meaningless where translucent. */
  private readonly paletteLab: Float64Array;
  private readonly cachedColors = new Uint32Array(1 << CACHE_BITS);
  private readonly cachedLab = new Float64Array(3 << CACHE_BITS);
  private readonly lab = new Float64Array(3);
  private readonly otherLab = new Float64Array(3);
  private lastColor = -1;
  private lastAt = -1;
  private lastSquaredError = 0;
  private lastDeltaE = 0;

  constructor({ palette, indices }: IndexedPixels) {
    this.palette = palette;
    this.indices = indices;
    this.paletteLab = new Float64Array((3 * palette.length) / 4);
    for (let color = 0; 4 * color < palette.length; color++) {
      rgbToOklab(palette[4 * color]!, palette[4 * color + 1]!, palette[4 * color + 2]!, this.lab);
      this.paletteLab.set(this.lab, 3 * color);
    }
  }

  add(words: Uint32Array, from: number, to: number): void {
    const { palette, indices, paletteLab, cachedLab } = this;
    for (let i = from; i < to; i++) {
      const color = words[i]!;
      const at = 4 * indices[i]!;
      if (color >>> 24 !== 255 || palette[at + 3] !== 255) {
        this.addTranslucent(color, at);
        continue;
      }
      const r = (color & 255) - palette[at]!;
      const g = ((color >>> 8) & 255) - palette[at + 1]!;
      const b = ((color >>> 16) & 255) - palette[at + 2]!;
      this.squaredError += r * r + g * g + b * b;
      const c = this.labOf(color);
      const p = (at >> 2) * 3;
      const dL = cachedLab[c]! - paletteLab[p]!;
      const da = cachedLab[c + 1]! - paletteLab[p + 1]!;
      const db = cachedLab[c + 2]! - paletteLab[p + 2]!;
      this.deltaE += Math.sqrt(dL * dL + da * da + db * db);
    }
  }

  /** Where in `cachedLab` the OKLab of an opaque color stands. */
  private labOf(color: number): number {
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.cachedColors[slot] !== color) {
      rgbToOklab(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, this.lab);
      this.cachedLab.set(this.lab, 3 * slot);
      this.cachedColors[slot] = color;
    }
    return 3 * slot;
  }

  /** Translucent pixels come in runs of few different pairs, so the last pair's figures are kept. */
  private addTranslucent(color: number, at: number): void {
    if (color !== this.lastColor || at !== this.lastAt) {
      this.lastColor = color;
      this.lastAt = at;
      this.compareTranslucent(color, at);
    }
    this.squaredError += this.lastSquaredError;
    this.deltaE += this.lastDeltaE;
  }

  private compareTranslucent(color: number, at: number): void {
    const alpha = (color >>> 24) / 255;
    const otherAlpha = this.palette[at + 3]! / 255;
    this.lastSquaredError = 0;
    this.lastDeltaE = 0;
    if (alpha === 0 && otherAlpha === 0) return;
    for (const background of [0, 255]) {
      const over = (channel: number, opacity: number) => channel * opacity + background * (1 - opacity);
      const mine = [0, 1, 2].map((channel) => over((color >>> (8 * channel)) & 255, alpha));
      const other = [0, 1, 2].map((channel) => over(this.palette[at + channel]!, otherAlpha));
      for (let channel = 0; channel < 3; channel++) {
        this.lastSquaredError += (mine[channel]! - other[channel]!) ** 2 / 2;
      }
      rgbToOklab(mine[0]!, mine[1]!, mine[2]!, this.lab);
      rgbToOklab(other[0]!, other[1]!, other[2]!, this.otherLab);
      const [dL, da, db] = [0, 1, 2].map((d) => this.lab[d]! - this.otherLab[d]!);
      this.lastDeltaE += Math.hypot(dL!, da!, db!) / 2;
    }
  }
}
