/**
 * The preview's remapping, for the page: colors are looked up in a table of cells (6 bits a channel when
 * opaque, 4 with alpha) that fills as colors turn up, each cell answered for a color in its middle, or for the
 * palette color in it. Off by at most a cell at the border of two palette colors; the picture at rest is exact.
 * About 10 ms for a million pixels.
 *
 * An ordered dither is painted as the result will have it, at the same places, in 30 to 50 ms for a million
 * pixels. Error diffusion takes 100 and is left to the picture at rest.
 */
import { DitherPairs, unmixed, type Pair } from './ditherPairs';
import { DitherRows } from './ditherRows';
import { ditherThresholds, isOrdered } from './ditherThresholds';
import { wordsOf } from './histogram';
import { NearestColor } from './nearestColor';
import type { Dither, Space } from './options';
import { DIMENSIONS, pointsOfPalette, workingSpace, type WorkingSpace } from './workingSpace';

export interface QuickDither {
  kind: Dither;
  /** 0–100 %. */
  strength: number;
}

export class QuickRemap {
  /** The pair of every cell; 0 = not yet looked up. */
  private readonly opaque = new Uint32Array(1 << 18);
  private readonly translucent = new Uint32Array(1 << 16);
  /** The palette as words (`a << 24 | b << 16 | g << 8 | r`). */
  private readonly colors: Uint32Array;
  /** What is painted for each of them. */
  private readonly written: Uint32Array;
  private readonly nearest: NearestColor;
  private readonly space: WorkingSpace;
  private readonly point = new Float64Array(DIMENSIONS);
  /** None without an ordered dither; every pair is then of one color. */
  private readonly thresholds: Uint8Array | undefined;
  private readonly pairs: DitherPairs | undefined;

  /**
   * @param palette RGBA, `4 · colors` bytes, 1 to 4096 colors.
   * @param written What is painted for each of them, as many bytes; by default the colors themselves.
   */
  constructor(
    palette: Uint8Array,
    space: Space,
    dither: QuickDither = { kind: 'none', strength: 0 },
    written: Uint8Array = palette,
  ) {
    this.space = workingSpace(space);
    this.nearest = new NearestColor(palette, this.space);
    this.colors = new Uint32Array(palette.slice().buffer);
    this.written = new Uint32Array(written.slice().buffer);
    if (isOrdered(dither.kind) && dither.strength > 0) {
      this.thresholds = ditherThresholds(dither.kind);
      this.pairs = new DitherPairs(palette, pointsOfPalette(palette, this.space), dither.strength / 100);
      this.keepPaletteColors();
    }
  }

  /** Writes each pixel of `source` in its palette color to `target`; both RGBA, rows of `width` pixels. */
  paint(source: Uint8ClampedArray, target: Uint8ClampedArray, width: number): void {
    if (source.length !== target.length) {
      throw new RangeError(`Source and target differ in length: ${source.length} and ${target.length}.`);
    }
    const from = wordsOf(source);
    const to = new Uint32Array(target.buffer, target.byteOffset, target.length >> 2);
    const { written } = this;
    if (!this.thresholds) {
      for (let i = 0; i < from.length; i++) to[i] = written[this.pairOf(from[i]!) >>> 20]!;
      return;
    }
    const rows = this.rows(from, width, this.thresholds);
    const row = new Uint16Array(width);
    for (let y = 0; y * width < from.length; y++) {
      rows.write(y, row, 0);
      for (let x = 0, i = y * width; x < width; x++, i++) to[i] = written[row[x]!]!;
    }
  }

  /** The palette index of every pixel of `rgba` (`4 · n` bytes), rows of `width` pixels: n numbers. */
  indices(rgba: Uint8Array, width: number): Uint16Array {
    const from = wordsOf(rgba);
    const indices = new Uint16Array(from.length);
    if (!this.thresholds) {
      for (let i = 0; i < from.length; i++) indices[i] = this.pairOf(from[i]!) >>> 20;
      return indices;
    }
    const rows = this.rows(from, width, this.thresholds);
    for (let y = 0; y * width < from.length; y++) rows.write(y, indices, y * width);
    return indices;
  }

  private rows(words: Uint32Array, width: number, thresholds: Uint8Array): DitherRows {
    return new DitherRows(words.length / width, width, thresholds, (y, pairs) => {
      for (let x = 0, i = y * width; x < width; x++, i++) pairs[x] = this.pairOf(words[i]!);
    });
  }

  private pairOf(color: number): Pair {
    if (color >>> 24 !== 255) return this.pairOfTranslucent(color);
    const cell = cellOfOpaque(color);
    return this.opaque[cell]! || this.lookUpOpaque(cell);
  }

  private lookUpOpaque(cell: number): Pair {
    this.toMiddle(cell);
    return (this.opaque[cell] = this.pairOfPoint(true));
  }

  private toMiddle(cell: number): void {
    const middle = (bits: number) => (((cell >>> bits) & 63) << 2) + 2;
    this.space.toPoint(middle(12), middle(6), middle(0), 255, this.point, 0);
  }

  private pairOfTranslucent(color: number): Pair {
    const cell =
      ((color & 0xf0) << 8) | ((color & 0xf000) >>> 4) | ((color & 0xf00000) >>> 16) | (color >>> 28);
    return this.translucent[cell]! || this.lookUpTranslucent(cell);
  }

  private lookUpTranslucent(cell: number): Pair {
    // Sixteen levels from 0 to 255, so that fully transparent and opaque are among them.
    const level = (bits: number) => 17 * ((cell >>> bits) & 15);
    const alpha = level(0);
    this.space.toPoint(level(12), level(8), level(4), alpha, this.point, 0);
    return (this.translucent[cell] =
      alpha === 0 ? unmixed(this.nearest.find(this.point, 0)) : this.pairOfPoint(alpha === 255));
  }

  private pairOfPoint(isOpaque: boolean): Pair {
    const nearest = this.nearest.find(this.point, 0);
    return this.pairs ? this.pairs.find(this.point, 0, isOpaque, nearest) : unmixed(nearest);
  }

  /** A color of the palette never dithers, so neither does its cell, although its middle might. */
  private keepPaletteColors(): void {
    this.colors.forEach((color, index) => {
      if (color >>> 24 !== 255) return;
      const cell = cellOfOpaque(color);
      const isShared = this.opaque[cell] !== 0;
      if (isShared) this.toMiddle(cell);
      this.opaque[cell] = unmixed(isShared ? this.nearest.find(this.point, 0) : index);
    });
  }
}

/** The top 6 bits of each channel, red highest. */
function cellOfOpaque(color: number): number {
  return ((color & 0xfc) << 10) | ((color & 0xfc00) >>> 4) | ((color & 0xfc0000) >>> 18);
}
