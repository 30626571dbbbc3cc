/**
 * The figures of `quality.ts` and those that cost more: SSIM and CIEDE2000. About 0.1 µs a pixel, so a second or
 * three for 24 megapixels; not for every result, but for whoever asks.
 *
 * CIEDE2000 is computed once for each pair of a color and its palette color, as long as the pair is remembered: a
 * picture that is not dithered has as many pairs as colors, far fewer than pixels.
 */
import { ciede2000, rgbToCielab } from './ciede2000';
import { wordsOf } from './histogram';
import type { IndexedPixels, Pixels } from './pixels';
import { checkSize, measureQuality, type Quality } from './quality';
import { Distances } from './qualityDistances';
import { lumaOf, ssim, type LumaPicture } from './ssim';
import type { Steps } from './steps';

export interface QualityDetails {
  /** −1 to 1; 1 for the same picture. */
  ssim: number;
  meanCiede2000: number;
  /** The CIEDE2000 difference that 95 % of the pixels do not exceed, to 0.01. */
  p95Ciede2000: number;
}

export type DetailedQuality = Quality & QualityDetails;

const BLOCK = 1 << 15;
const CACHE_BITS = 18;
const CIEDE_STEP = 0.01;
const CIEDE_MOST = 150;

/** Compares the original with a picture of the same size, in every figure. */
export function* measureDetailedQuality(original: Pixels, reduced: IndexedPixels): Steps<DetailedQuality> {
  return { ...(yield* measureQuality(original, reduced)), ...(yield* measureDetails(original, reduced)) };
}

/** Only what `measureQuality` does not tell. */
export function* measureDetails(original: Pixels, reduced: IndexedPixels): Steps<QualityDetails> {
  checkSize(original.rgba.length / 4, reduced);
  const differences = yield* ciede2000Differences(original, reduced);
  return {
    ssim: yield* structuralSimilarity(original, reduced),
    meanCiede2000: differences.mean(),
    p95Ciede2000: differences.percentile(0.95),
  };
}

function* ciede2000Differences(original: Pixels, { palette, indices }: IndexedPixels): Steps<Distances> {
  const words = wordsOf(original.rgba);
  const distances = new Distances(CIEDE_STEP, CIEDE_MOST);
  const pairs = new ColorPairs(palette);
  for (let from = 0; from < words.length; from += BLOCK) {
    const to = Math.min(words.length, from + BLOCK);
    for (let i = from; i < to; i++) distances.add(pairs.difference(words[i]!, indices[i]!));
    yield;
  }
  return distances;
}

/** Differences of colors to palette colors; the last pairs are remembered, by hash. */
class ColorPairs {
  /** CIELAB over black and over white, 6 numbers a palette color. */
  private readonly paletteLab: Float64Array;
  private readonly lab = new Float64Array(6);
  private readonly colors = new Uint32Array(1 << CACHE_BITS);
  /** Palette color + 1; 0 = nothing remembered. */
  private readonly places = new Uint16Array(1 << CACHE_BITS);
  private readonly differences = new Float64Array(1 << CACHE_BITS);

  constructor(private readonly palette: Uint8Array) {
    const words = wordsOf(palette);
    this.paletteLab = new Float64Array(6 * words.length);
    words.forEach((word, place) => writeCielab(word, this.paletteLab, 6 * place));
  }

  difference(color: number, place: number): number {
    const word = color >>> 24 === 0 ? 0 : color;
    const hash = Math.imul(word, 0x9e3779b1) ^ Math.imul(place, 0x85ebca6b);
    const slot = hash >>> (32 - CACHE_BITS);
    if (this.colors[slot] !== word || this.places[slot] !== place + 1) {
      this.colors[slot] = word;
      this.places[slot] = place + 1;
      this.differences[slot] = this.compute(word, place);
    }
    return this.differences[slot]!;
  }

  private compute(word: number, place: number): number {
    writeCielab(word, this.lab, 0);
    const overBlack = ciede2000(this.lab, 0, this.paletteLab, 6 * place);
    if (word >>> 24 === 255 && this.palette[4 * place + 3] === 255) return overBlack;
    const overWhite = ciede2000(this.lab, 3, this.paletteLab, 6 * place + 3);
    return (overBlack + overWhite) / 2;
  }
}

/** CIELAB over black and over white, to `out[at .. at + 5]`. */
function writeCielab(word: number, out: Float64Array, at: number): void {
  const [r, g, b, alpha] = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24];
  if (alpha === 255) {
    rgbToCielab(r, g, b, out, at);
    out.copyWithin(at + 3, at, at + 3);
    return;
  }
  const opacity = alpha / 255;
  for (let side = 0; side < 2; side++) {
    const behind = side * (255 - alpha);
    rgbToCielab(r * opacity + behind, g * opacity + behind, b * opacity + behind, out, at + 3 * side);
  }
}

/** SSIM; of translucent pictures the mean over black and over white. */
export function* structuralSimilarity(original: Pixels, reduced: IndexedPixels): Steps<number> {
  const { width, height } = original;
  const words = wordsOf(original.rgba);
  const colors = wordsOf(reduced.palette);
  const { indices } = reduced;
  const isOpaque = colors.every((color) => color >>> 24 === 255) && allOpaque(words);
  const backgrounds = isOpaque ? [0] : [0, 255];
  let sum = 0;
  for (const background of backgrounds) {
    const paletteLuma = Float64Array.from(colors, (color) => lumaOver(color, background));
    const picture: LumaPicture = {
      width,
      height,
      row: (y, luma) => {
        for (let x = 0, i = y * width; x < width; x++, i++) luma[x] = lumaOver(words[i]!, background);
      },
    };
    const other: LumaPicture = {
      width,
      height,
      row: (y, luma) => {
        for (let x = 0, i = y * width; x < width; x++, i++) luma[x] = paletteLuma[indices[i]!]!;
      },
    };
    sum += yield* ssim(picture, other);
  }
  return sum / backgrounds.length;
}

function lumaOver(color: number, background: number): number {
  const luma = lumaOf(color & 255, (color >>> 8) & 255, (color >>> 16) & 255);
  const opacity = (color >>> 24) / 255;
  return luma * opacity + background * (1 - opacity);
}

function allOpaque(words: Uint32Array): boolean {
  for (let i = 0; i < words.length; i++) if (words[i]! >>> 24 !== 255) return false;
  return true;
}
