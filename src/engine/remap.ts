/**
 * Every pixel to its nearest palette color in the working space: exactly, and once for each different color.
 *
 * A table over all 2²⁴ opaque colors remembers answers (only the pages that are touched take memory). A new color
 * looks only at the candidates of its cell; where a cell has a single one, its 512 colors are answered at once.
 * O(pixels + cells · k + different colors · candidates).
 */
import { CellCandidates } from './cellCandidates';
import { NearestColor } from './nearestColor';
import { wordsOf } from './histogram';
import type { IndexedPixels, Pixels } from './pixels';
import type { Steps } from './steps';
import { DIMENSIONS, type WorkingSpace } from './workingSpace';

export interface Remapped extends IndexedPixels {
  /** Pixels of every palette color. */
  counts: Float64Array;
}

/** Pixels between two pauses, a few milliseconds. */
const BLOCK = 1 << 18;

/** `palette`: RGBA, `4 · colors` bytes, 1 to 4096 colors. */
export function* remap(pixels: Pixels, palette: Uint8Array, space: WorkingSpace): Steps<Remapped> {
  const colors = palette.length / 4;
  const words = wordsOf(pixels.rgba);
  const indices = colors <= 256 ? new Uint8Array(words.length) : new Uint16Array(words.length);
  const remapper = new ExactRemapper(palette, space, words);
  for (let from = 0; from < words.length; from += BLOCK) {
    remapper.remap(words, indices, from, Math.min(words.length, from + BLOCK));
    yield;
  }
  const counts = countIndices(indices, colors);
  return { width: pixels.width, height: pixels.height, indices, palette, counts };
}

/**
 * How often each of the indices below `colors` occurs. Bytes are counted by pairs of neighbors, first and second pairs
 * apart: half as many additions, and adding to one number again and again, as runs of a color would, waits for itself.
 * As one plain loop this was a third of remapping 24 megapixels; by pairs it is less than a tenth.
 */
export function countIndices(indices: Uint8Array | Uint16Array, colors: number): Float64Array {
  const counts = new Float64Array(colors);
  const isPaired = indices instanceof Uint8Array && indices.byteOffset % 4 === 0;
  const whole = isPaired ? indices.length & ~3 : 0;
  if (whole > 0) {
    const firsts = new Uint32Array(1 << 16);
    const seconds = new Uint32Array(1 << 16);
    const words = new Uint32Array(indices.buffer, indices.byteOffset, whole >> 2);
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      firsts[word & 0xffff]!++;
      seconds[word >>> 16]!++;
    }
    for (let low = 0; low < colors; low++) {
      for (let high = 0; high < colors; high++) {
        const pairs = firsts[(high << 8) | low]! + seconds[(high << 8) | low]!;
        counts[low]! += pairs;
        counts[high]! += pairs;
      }
    }
  }
  for (let i = whole; i < indices.length; i++) counts[indices[i]!]!++;
  return counts;
}

const CACHE_BITS = 14;
/** Pixels, evenly spread, from which it is learned which color is rare. */
const SAMPLES = 1024;

class ExactRemapper {
  private readonly candidates: CellCandidates;
  private readonly point = new Float64Array(DIMENSIONS);
  private readonly nearest: NearestColor;
  /**
   * index − `rarest` of every opaque color that was asked for; 0 = not yet, or the rarest color, which is looked
   * up again each time: so bytes do for 256 colors, and half the memory means half the waiting for it.
   */
  private readonly answers: Uint8Array | Uint16Array;
  private readonly rarest: number;
  /** The last translucent colors and their answers, by hash. Color 0 is never looked up there. */
  private readonly cachedColors = new Uint32Array(1 << CACHE_BITS);
  private readonly cachedAnswers = new Uint16Array(1 << CACHE_BITS);
  private readonly transparentAnswer: number;

  constructor(
    palette: Uint8Array,
    private readonly space: WorkingSpace,
    words: Uint32Array,
  ) {
    const colors = palette.length / 4;
    this.candidates = new CellCandidates(palette, space);
    this.nearest = new NearestColor(palette, space);
    const AnswerArray = colors <= 256 ? Uint8Array : Uint16Array;
    this.answers = new AnswerArray(1 << 24);
    this.rarest = colors === 256 ? this.rarestOf256(words) : colors < 256 ? 255 : 65535;
    this.transparentAnswer = this.nearest.find(new Float64Array(DIMENSIONS), 0);
  }

  /**
   * Four pixels at a time: their answers come from four distant places of memory, and are waited for together. One
   * after the other takes twice as long where all are known (24 megapixels: 86 to 40 ms). Indices are answers plus
   * `rarest`, modulo the array's range.
   */
  remap(words: Uint32Array, indices: Uint8Array | Uint16Array, from: number, to: number): void {
    const { answers, rarest } = this;
    let i = from;
    for (; i + 3 < to; i += 4) {
      const color0 = words[i]!;
      const color1 = words[i + 1]!;
      const color2 = words[i + 2]!;
      const color3 = words[i + 3]!;
      const answer0 = answers[color0 & 0xffffff]!;
      const answer1 = answers[color1 & 0xffffff]!;
      const answer2 = answers[color2 & 0xffffff]!;
      const answer3 = answers[color3 & 0xffffff]!;
      const areKnown = answer0 !== 0 && answer1 !== 0 && answer2 !== 0 && answer3 !== 0;
      if (areKnown && (color0 & color1 & color2 & color3) >>> 24 === 255) {
        indices[i] = answer0 + rarest;
        indices[i + 1] = answer1 + rarest;
        indices[i + 2] = answer2 + rarest;
        indices[i + 3] = answer3 + rarest;
      } else {
        indices[i] = this.answer(color0);
        indices[i + 1] = this.answer(color1);
        indices[i + 2] = this.answer(color2);
        indices[i + 3] = this.answer(color3);
      }
    }
    for (; i < to; i++) indices[i] = this.answer(words[i]!);
  }

  private answer(color: number): number {
    if (color >>> 24 !== 255) return this.answerTranslucent(color);
    const answer = this.answers[color & 0xffffff]!;
    return answer !== 0 ? answer + this.rarest : this.answerOpaque(color);
  }

  private answerOpaque(color: number): number {
    const { candidates, point } = this;
    const cell = ((color & 0xf8) << 7) | ((color & 0xf800) >>> 6) | ((color & 0xf80000) >>> 19);
    const only = candidates.onlyOne(cell);
    if (only >= 0) {
      this.answerCell(color, only);
      return only;
    }
    this.space.toPoint(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, 255, point, 0);
    const best = candidates.nearest(cell, point);
    this.answers[color & 0xffffff] = best - this.rarest;
    return best;
  }

  /** All colors of the color's cell at once. Plain loops: filling 8 bytes takes longer to call than to do. */
  private answerCell(color: number, index: number): void {
    const { answers } = this;
    const answer = index - this.rarest;
    const first = color & 0xf8f8f8;
    for (let b = first; b < first + (8 << 16); b += 1 << 16) {
      for (let g = b; g < b + (8 << 8); g += 1 << 8) {
        for (let r = g; r < g + 8; r++) answers[r] = answer;
      }
    }
  }

  private rarestOf256(words: Uint32Array): number {
    const counts = new Uint32Array(256);
    for (let sample = 0; sample < SAMPLES; sample++) {
      const color = words[Math.floor((sample * words.length) / SAMPLES)]!;
      this.space.toPoint(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, color >>> 24, this.point, 0);
      counts[this.nearest.find(this.point, 0)]!++;
    }
    return counts.indexOf(Math.min(...counts));
  }

  private answerTranslucent(color: number): number {
    const alpha = color >>> 24;
    if (alpha === 0) return this.transparentAnswer;
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - CACHE_BITS);
    if (this.cachedColors[slot] === color) return this.cachedAnswers[slot]!;
    this.space.toPoint(color & 255, (color >>> 8) & 255, (color >>> 16) & 255, alpha, this.point, 0);
    const answer = this.nearest.find(this.point, 0);
    this.cachedColors[slot] = color;
    this.cachedAnswers[slot] = answer;
    return answer;
  }
}
