/**
 * The colors of an image with how often each occurs: what k-means works on instead of pixels, so that its
 * cost does not depend on the image's size.
 *
 * An image with up to `EXACT_COLORS` colors (icons, screenshots, pixel art) keeps every one of them. A
 * photograph is gathered into cells of 6 or 7 bits a channel, each represented by the mean of the colors that
 * fell into it (not by its center), which costs next to nothing in the result: M. Emre Celebi, "Improving the
 * performance of k-means for color quantization" (2011). One pass, O(pixels).
 *
 * Fully transparent pixels are counted apart, as they all look the same: see `transparentPixels`.
 */
import type { Pixels } from './pixels';
import type { Steps } from './steps';

export interface Histogram {
  /** Number of entries. */
  size: number;
  /** The entries' colors, RGBA 0–255, `4 · size` numbers; means of cells need not be whole. */
  rgba: Float64Array;
  /** Pixels of each entry, `size` numbers. */
  weights: Float64Array;
  /** Every entry is exactly one color of the image, and no color is missing. */
  isExact: boolean;
  /** Pixels with alpha 0, which no entry stands for. */
  transparentPixels: number;
  /** Some pixel is not fully opaque. */
  hasAlpha: boolean;
}

/** Bits a channel of the cells of opaque colors. */
export type CellBits = 5 | 6 | 7;

/** The most colors that are kept exactly. */
export const EXACT_COLORS = 16384;

/** Pixels between two pauses, about 2 ms. */
const BLOCK = 1 << 19;

/** All colors if they are few, otherwise cells. */
export function* buildHistogram(pixels: Pixels, bits: CellBits): Steps<Histogram> {
  const exact = yield* buildExactHistogram(pixels, EXACT_COLORS);
  return exact ?? (yield* buildCellHistogram(pixels, bits));
}

/** Every color of the image, however many there are; or, with a limit, `undefined` when there are more. */
export function buildExactHistogram(pixels: Pixels): Steps<Histogram>;
export function buildExactHistogram(pixels: Pixels, limit: number): Steps<Histogram | undefined>;
export function* buildExactHistogram(pixels: Pixels, limit = Infinity): Steps<Histogram | undefined> {
  const words = wordsOf(pixels.rgba);
  const counts = new ColorCounts();
  for (let from = 0; from < words.length; from += BLOCK) {
    counts.add(words, from, Math.min(words.length, from + BLOCK), limit);
    if (counts.size > limit) return undefined;
    yield;
  }
  return counts.histogram();
}

/** The same bytes as little-endian words, one a pixel: `a << 24 | b << 16 | g << 8 | r`. */
export function wordsOf(rgba: Uint8Array | Uint8ClampedArray): Uint32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
}

/** A hash table of colors, open addressing, at most half full. */
class ColorCounts {
  size = 0;
  private colors = new Uint32Array(1 << 15);
  /** 0 marks a free slot. */
  private counts = new Uint32Array(1 << 15);
  private transparentPixels = 0;

  /** Counts `words[from .. to - 1]`; stops early once there are more than `limit` colors. */
  add(words: Uint32Array, from: number, to: number, limit: number): void {
    let previous = 0; // a run of equal pixels is looked up once
    let slot = -1;
    for (let i = from; i < to; i++) {
      const color = words[i]!;
      if (color === previous && slot >= 0) {
        this.counts[slot]!++;
        continue;
      }
      if (color >>> 24 === 0) {
        this.transparentPixels++;
        continue;
      }
      slot = this.slotOf(color);
      if (this.counts[slot] === 0) {
        if (++this.size > limit) return;
        if (2 * this.size > this.colors.length) {
          this.grow();
          slot = this.slotOf(color);
        }
        this.colors[slot] = color;
      }
      this.counts[slot]!++;
      previous = color;
    }
  }

  /** Where the color stands, or the free slot where it belongs. */
  private slotOf(color: number): number {
    const { colors, counts } = this;
    const mask = colors.length - 1;
    const hash = Math.imul(color, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (counts[slot] !== 0 && colors[slot] !== color) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { colors, counts } = this;
    this.colors = new Uint32Array(2 * colors.length);
    this.counts = new Uint32Array(2 * colors.length);
    for (let old = 0; old < colors.length; old++) {
      if (counts[old] === 0) continue;
      const slot = this.slotOf(colors[old]!);
      this.colors[slot] = colors[old]!;
      this.counts[slot] = counts[old]!;
    }
  }

  /** Entries in ascending order of color, so that they do not depend on where the pixels stood. */
  histogram(): Histogram {
    const slots = Uint32Array.from(this.counts.keys()).filter((slot) => this.counts[slot] !== 0);
    slots.sort((a, b) => this.colors[a]! - this.colors[b]!);
    const rgba = new Float64Array(4 * slots.length);
    const weights = new Float64Array(slots.length);
    let hasAlpha = this.transparentPixels > 0;
    slots.forEach((slot, entry) => {
      const color = this.colors[slot]!;
      rgba[4 * entry] = color & 255;
      rgba[4 * entry + 1] = (color >>> 8) & 255;
      rgba[4 * entry + 2] = (color >>> 16) & 255;
      rgba[4 * entry + 3] = color >>> 24;
      weights[entry] = this.counts[slot]!;
      if (color >>> 24 !== 255) hasAlpha = true;
    });
    return {
      size: slots.length,
      rgba,
      weights,
      isExact: true,
      transparentPixels: this.transparentPixels,
      hasAlpha,
    };
  }
}

/** Cells of `bits` a channel, whatever the number of colors. */
export function* buildCellHistogram(pixels: Pixels, bits: CellBits): Steps<Histogram> {
  const words = wordsOf(pixels.rgba);
  const opaque = new OpaqueCells(bits);
  let translucent: TranslucentCells | undefined;
  let transparentPixels = 0;
  for (let from = 0; from < words.length; from += BLOCK) {
    const to = Math.min(words.length, from + BLOCK);
    if (opaque.add(words, from, to) > 0) {
      translucent ??= new TranslucentCells();
      transparentPixels += translucent.add(words, from, to);
    }
    yield;
  }
  const size = opaque.size() + (translucent?.size() ?? 0);
  const histogram: Histogram = {
    size,
    rgba: new Float64Array(4 * size),
    weights: new Float64Array(size),
    isExact: false,
    transparentPixels,
    hasAlpha: translucent !== undefined,
  };
  const written = opaque.writeTo(histogram);
  translucent?.writeTo(histogram, written);
  return histogram;
}

/** Opaque pixels, by the top bits of their channels. */
class OpaqueCells {
  /**
   * Count and sums of r, g, b side by side, so that a pixel touches one cache line. The sums are relative to
   * the cell's corner, so that 32 bits hold them for over 600 million pixels of one cell.
   */
  private readonly cells: Uint32Array;
  private readonly bits: number;

  constructor(bits: CellBits) {
    this.bits = bits;
    this.cells = new Uint32Array(4 << (3 * bits));
  }

  /** Adds the opaque ones of `words[from .. to - 1]`; returns how many were not opaque. */
  add(words: Uint32Array, from: number, to: number): number {
    const { cells } = this;
    const drop = 8 - this.bits;
    const low = (1 << drop) - 1;
    const top = 0xff & ~low;
    const shiftR = 2 * this.bits - drop; // r's top bits end up highest
    const shiftG = 8 + drop - this.bits;
    const shiftB = 16 + drop;
    let skipped = 0;
    for (let i = from; i < to; i++) {
      const color = words[i]!;
      if (color >>> 24 !== 255) {
        skipped++;
        continue;
      }
      const at =
        (((color & top) << shiftR) |
          ((color & (top << 8)) >>> shiftG) |
          ((color & (top << 16)) >>> shiftB)) <<
        2;
      cells[at]!++;
      cells[at + 1]! += color & low;
      cells[at + 2]! += (color >>> 8) & low;
      cells[at + 3]! += (color >>> 16) & low;
    }
    return skipped;
  }

  size(): number {
    let size = 0;
    for (let at = 0; at < this.cells.length; at += 4) if (this.cells[at] !== 0) size++;
    return size;
  }

  /** Writes the entries from the start; returns how many. */
  writeTo(histogram: Histogram): number {
    const drop = 8 - this.bits;
    const mask = (1 << this.bits) - 1;
    let entry = 0;
    for (let at = 0; at < this.cells.length; at += 4) {
      const count = this.cells[at]!;
      if (count === 0) continue;
      const cell = at >> 2;
      const { rgba } = histogram;
      rgba[4 * entry] = ((cell >> (2 * this.bits)) << drop) + this.cells[at + 1]! / count;
      rgba[4 * entry + 1] = (((cell >> this.bits) & mask) << drop) + this.cells[at + 2]! / count;
      rgba[4 * entry + 2] = ((cell & mask) << drop) + this.cells[at + 3]! / count;
      rgba[4 * entry + 3] = 255;
      histogram.weights[entry] = count;
      entry++;
    }
    return entry;
  }
}

/**
 * The cell that an entry of a histogram falls into: below `cellCount(bits)`, and different for opaque and for
 * translucent colors. A cell of 6 or 7 bits lies within one of 5.
 */
export function cellOf(rgba: Float64Array, at: number, bits: CellBits): number {
  const [r, g, b, a] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!];
  const drop = 8 - bits;
  if (a >= 255) return ((r >> drop) << (2 * bits)) | ((g >> drop) << bits) | (b >> drop);
  return (1 << (3 * bits)) + (((r >> 3) << 13) | ((g >> 3) << 8) | ((b >> 3) << 3) | (a >> 5));
}

export function cellCount(bits: CellBits): number {
  return (1 << (3 * bits)) + (1 << 18);
}

/** Pixels with alpha 1–254, in cells of 5 bits a color channel and 3 of alpha; means weigh colors by alpha. */
class TranslucentCells {
  /** Count, then sums of alpha, r · alpha, g · alpha, b · alpha. */
  private readonly cells = new Float64Array(5 << 18);

  /** Adds the translucent ones of `words[from .. to - 1]`; returns how many were fully transparent. */
  add(words: Uint32Array, from: number, to: number): number {
    const { cells } = this;
    let transparent = 0;
    for (let i = from; i < to; i++) {
      const color = words[i]!;
      const alpha = color >>> 24;
      if (alpha === 255) continue;
      if (alpha === 0) {
        transparent++;
        continue;
      }
      const at =
        5 *
        (((color & 0xf8) << 10) |
          ((color & 0xf800) >>> 3) |
          ((color & 0xf80000) >>> 16) |
          ((color >>> 29) & 7));
      cells[at]!++;
      cells[at + 1]! += alpha;
      cells[at + 2]! += (color & 255) * alpha;
      cells[at + 3]! += ((color >>> 8) & 255) * alpha;
      cells[at + 4]! += ((color >>> 16) & 255) * alpha;
    }
    return transparent;
  }

  size(): number {
    let size = 0;
    for (let at = 0; at < this.cells.length; at += 5) if (this.cells[at] !== 0) size++;
    return size;
  }

  writeTo(histogram: Histogram, firstEntry: number): void {
    const { cells } = this;
    let entry = firstEntry;
    for (let at = 0; at < cells.length; at += 5) {
      const count = cells[at]!;
      if (count === 0) continue;
      const alpha = cells[at + 1]!;
      for (let channel = 0; channel < 3; channel++) {
        histogram.rgba[4 * entry + channel] = cells[at + 2 + channel]! / alpha;
      }
      histogram.rgba[4 * entry + 3] = alpha / count;
      histogram.weights[entry] = count;
      entry++;
    }
  }
}
