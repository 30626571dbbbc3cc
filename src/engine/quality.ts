/**
 * How close a reduced picture is to its original: the figures that cost next to nothing, for every result. Those
 * that cost more are in `qualityDetailed.ts`.
 *
 * - MSE: mean squared error per channel, sRGB 0–255, and PSNR = 10·log₁₀(255² / MSE) in dB.
 * - ΔE: Euclidean distance in OKLab (Ottosson 2020), its mean and 95th percentile over all pixels.
 * - The number of palette colors that some pixel has.
 *
 * Where a pixel is translucent in either picture, each figure is the mean of what it is over black and over
 * white. O(pixels), about 10 ns each: how recent colors look is remembered.
 */
import { wordsOf } from './histogram';
import { rgbToOklab } from './oklab';
import type { IndexedPixels, Pixels } from './pixels';
import { APPEARANCE, appearancesOf, LAB_OVER_BLACK, writeAppearance } from './qualityAppearance';
import { Distances } from './qualityDistances';
import type { Steps } from './steps';

export interface Quality {
  mse: number;
  /** dB; `Infinity` when the pictures are the same. */
  psnr: number;
  /** OKLab: black and white are 1 apart. */
  meanDeltaE: number;
  /** The OKLab distance that 95 % of the pixels do not exceed, to 0.0001. */
  p95DeltaE: number;
  colorsUsed: number;
}

/** Pixels between two pauses, about a millisecond. */
const BLOCK = 1 << 17;
const CACHE_BITS = 15;
const DELTA_E_STEP = 1e-4;
const DELTA_E_MOST = 1.5;

/** Compares the original with a picture of the same size. */
export function* measureQuality(original: Pixels, reduced: IndexedPixels): Steps<Quality> {
  const words = wordsOf(original.rgba);
  checkSize(words.length, reduced);
  const comparison = new Comparison(reduced);
  for (let from = 0; from < words.length; from += BLOCK) {
    comparison.add(words, from, Math.min(words.length, from + BLOCK));
    yield;
  }
  const mse = comparison.squaredError / (3 * words.length);
  return {
    mse,
    psnr: mse === 0 ? Infinity : 10 * Math.log10((255 * 255) / mse),
    meanDeltaE: comparison.deltaE.mean(),
    p95DeltaE: comparison.deltaE.percentile(0.95),
    colorsUsed: colorsUsed(reduced),
  };
}

export function checkSize(pixels: number, { indices }: IndexedPixels): void {
  if (pixels === indices.length) return;
  throw new RangeError(`${pixels} pixels can't be compared with ${indices.length}.`);
}

function colorsUsed({ palette, indices }: IndexedPixels): number {
  const isUsed = new Uint8Array(palette.length / 4);
  for (let i = 0; i < indices.length; i++) isUsed[indices[i]!] = 1;
  return isUsed.reduce((sum, used) => sum + used, 0);
}

class Comparison {
  squaredError = 0;
  readonly deltaE = new Distances(DELTA_E_STEP, DELTA_E_MOST);
  private readonly palette: Uint8Array;
  private readonly indices: Uint8Array | Uint16Array;
  private readonly appearances: Float64Array;
  /** The last opaque colors and their OKLab, by hash. */
  private readonly opaqueColors = new Uint32Array(1 << CACHE_BITS);
  private readonly opaqueLab = new Float64Array(3 << CACHE_BITS);
  private readonly lab = new Float64Array(3);
  private readonly translucent = new TranslucentColors();

  constructor({ palette, indices }: IndexedPixels) {
    this.palette = palette;
    this.indices = indices;
    this.appearances = appearancesOf(palette);
  }

  add(words: Uint32Array, from: number, to: number): void {
    const { palette, indices, appearances, opaqueLab, deltaE } = this;
    let squaredError = 0;
    for (let i = from; i < to; i++) {
      const color = words[i]!;
      const at = 4 * indices[i]!;
      if (color >>> 24 !== 255 || palette[at + 3] !== 255) {
        squaredError += this.addTranslucent(color, at);
        continue;
      }
      const r = (color & 255) - palette[at]!;
      const g = ((color >>> 8) & 255) - palette[at + 1]!;
      const b = ((color >>> 16) & 255) - palette[at + 2]!;
      squaredError += r * r + g * g + b * b;
      const c = this.opaqueLabOf(color);
      const p = 3 * at + LAB_OVER_BLACK; // 12 numbers an appearance, and `at` counts in fours
      const dL = opaqueLab[c]! - appearances[p]!;
      const da = opaqueLab[c + 1]! - appearances[p + 1]!;
      const db = opaqueLab[c + 2]! - appearances[p + 2]!;
      deltaE.add(Math.sqrt(dL * dL + da * da + db * db));
    }
    this.squaredError += squaredError;
  }

  /** Where in `opaqueLab` the OKLab of an opaque color stands. */
  private opaqueLabOf(color: number): number {
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.opaqueColors[slot] !== color) {
      rgbToOklab(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, this.lab);
      this.opaqueLab.set(this.lab, 3 * slot);
      this.opaqueColors[slot] = color;
    }
    return 3 * slot;
  }

  /** Returns the squared error. */
  private addTranslucent(color: number, at: number): number {
    const { appearances } = this;
    const mine = this.translucent.appearances;
    const c = this.translucent.find(color);
    const p = 3 * at;
    let squaredError = 0;
    for (let channel = 0; channel < 6; channel++) {
      const difference = mine[c + channel]! - appearances[p + channel]!;
      squaredError += difference * difference;
    }
    let deltaE = 0;
    for (let lab = LAB_OVER_BLACK; lab < APPEARANCE; lab += 3) {
      const dL = mine[c + lab]! - appearances[p + lab]!;
      const da = mine[c + lab + 1]! - appearances[p + lab + 1]!;
      const db = mine[c + lab + 2]! - appearances[p + lab + 2]!;
      deltaE += Math.sqrt(dL * dL + da * da + db * db);
    }
    this.deltaE.add(deltaE / 2);
    return squaredError / 2;
  }
}

/** The last colors with transparency and what they look like, by hash. */
class TranslucentColors {
  readonly appearances = new Float64Array(APPEARANCE << CACHE_BITS);
  private readonly colors = new Uint32Array(1 << CACHE_BITS);

  constructor() {
    writeAppearance(0, 0, 0, 0, this.appearances, 0); // an empty table says 0, so color 0 must be there
  }

  /** Where in `appearances` that of the color stands. */
  find(color: number): number {
    const word = color >>> 24 === 0 ? 0 : color;
    const slot = Math.imul(word, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.colors[slot] !== word) {
      this.colors[slot] = word;
      const [r, g, b] = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255];
      writeAppearance(r, g, b, word >>> 24, this.appearances, APPEARANCE * slot);
    }
    return APPEARANCE * slot;
  }
}
