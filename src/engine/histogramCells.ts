/**
 * Pixels gathered into cells by their top bits, each cell represented by the mean of what fell into it. See
 * `histogram.ts`.
 */
/** Bits a channel of the cells of opaque colors that pixels are gathered into. */
export type CellBits = 6 | 7;

/**
 * The cell that an entry of a histogram falls into: below `cellCount(bits)`, and different for opaque and for
 * translucent colors. A cell of 6 or 7 bits lies within one of 5.
 */
export function cellOf(rgba: Float64Array, at: number, bits: number): number {
  const r = rgba[at]!;
  const g = rgba[at + 1]!;
  const b = rgba[at + 2]!;
  const a = rgba[at + 3]!;
  const drop = 8 - bits;
  if (a >= 255) return ((r >> drop) << (2 * bits)) | ((g >> drop) << bits) | (b >> drop);
  return (1 << (3 * bits)) + (((r >> 3) << 13) | ((g >> 3) << 8) | ((b >> 3) << 3) | (a >> 5));
}

export function cellCount(bits: number): number {
  return (1 << (3 * bits)) + (1 << 18);
}

/** Where cells write what they gathered: RGBA, 4 numbers an entry, and its pixels. */
interface Entries {
  rgba: Float64Array;
  weights: Float64Array;
}

/** Where the sums of r, g, b and the count stand in a cell's double: 14 bits for each sum, 11 for the count. */
const FIELDS = [1, 2 ** 14, 2 ** 28, 2 ** 42] as const;
/** 2000 pixels; their sums, of at most 7 a pixel, still fit into their 14 bits. */
const FULL = 2000 * FIELDS[3];

/**
 * Opaque pixels, by the top bits of their channels. A cell's count and the sums of the channels' low bits (what its
 * pixels are above its corner) share one double, so that a pixel is one addition in a table half as large: 3 ns
 * at 24 megapixels where four counters took 5.
 */
export class OpaqueCells {
  private readonly cells: Float64Array;
  private readonly drop: number;
  /** What a pixel adds, by its low bits (r lowest). */
  private readonly additions: Float64Array;
  /** What was taken out of cells that were full: sums of r, g, b, and count, all in all. */
  private readonly emptied = new Map<number, Float64Array>();
  /** Of one cell: sums of r, g, b, and count. */
  private readonly totals = new Float64Array(4);

  constructor(private readonly bits: CellBits) {
    this.drop = 8 - bits;
    this.cells = new Float64Array(1 << (3 * bits));
    const mask = (1 << this.drop) - 1;
    this.additions = Float64Array.from({ length: 1 << (3 * this.drop) }, (_, low) => {
      const [r, g, b] = [low & mask, (low >> this.drop) & mask, low >> (2 * this.drop)];
      return r * FIELDS[0] + g * FIELDS[1] + b * FIELDS[2] + FIELDS[3];
    });
  }

  /** Adds the opaque ones of `words[from .. to - 1]`; returns how many were not opaque. */
  add(words: Uint32Array, from: number, to: number): number {
    const { cells, additions } = this;
    const wordsOfPart = words.subarray(from, to);
    const empty = (cell: number, last: number) => this.empty(cell, last);
    return this.bits === 6
      ? addToCellsOf6Bits(wordsOfPart, cells, additions, empty)
      : addToCellsOf7Bits(wordsOfPart, cells, additions, empty);
  }

  size(): number {
    let size = 0;
    for (let cell = 0; cell < this.cells.length; cell++) if (this.cells[cell] !== 0) size++;
    return size;
  }

  /** Writes the entries from the start; returns how many. */
  writeTo({ rgba, weights }: Entries): number {
    const { bits, drop, totals } = this;
    const mask = (1 << bits) - 1;
    let entry = 0;
    for (let cell = 0; cell < this.cells.length; cell++) {
      if (this.cells[cell] === 0) continue;
      this.sumUp(cell);
      const count = totals[3]!;
      rgba[4 * entry] = ((cell >> (2 * bits)) << drop) + totals[0]! / count;
      rgba[4 * entry + 1] = (((cell >> bits) & mask) << drop) + totals[1]! / count;
      rgba[4 * entry + 2] = ((cell & mask) << drop) + totals[2]! / count;
      rgba[4 * entry + 3] = 255;
      weights[entry] = count;
      entry++;
    }
    return entry;
  }

  /** All but the last pixel, so that a cell which is 0 has none. */
  private empty(cell: number, last: number): void {
    this.cells[cell]! -= last;
    this.sumUp(cell);
    this.emptied.set(cell, this.totals.slice());
    this.cells[cell] = last;
  }

  /** All that was counted of a cell, into `totals`. */
  private sumUp(cell: number): void {
    const { totals } = this;
    let rest = this.cells[cell]!;
    for (let field = 3; field >= 0; field--) {
      totals[field] = Math.floor(rest / FIELDS[field]!);
      rest -= totals[field]! * FIELDS[field]!;
    }
    if (this.emptied.size === 0) return;
    this.emptied.get(cell)?.forEach((sum, field) => (totals[field]! += sum));
  }
}

// The same twice, with constants: shifts by variables would make it 90 ms of 60 at 24 megapixels.

function addToCellsOf6Bits(
  words: Uint32Array,
  cells: Float64Array,
  additions: Float64Array,
  empty: (cell: number, last: number) => void,
): number {
  let skipped = 0;
  for (let i = 0; i < words.length; i++) {
    const color = words[i]!;
    if (color >>> 24 !== 255) {
      skipped++;
      continue;
    }
    const cell = ((color & 0xfc) << 10) | ((color & 0xfc00) >>> 4) | ((color & 0xfc0000) >>> 18);
    const low = (color & 3) | ((color >>> 6) & 12) | ((color >>> 12) & 48);
    const sum = cells[cell]! + additions[low]!;
    cells[cell] = sum;
    if (sum >= FULL) empty(cell, additions[low]!);
  }
  return skipped;
}

function addToCellsOf7Bits(
  words: Uint32Array,
  cells: Float64Array,
  additions: Float64Array,
  empty: (cell: number, last: number) => void,
): number {
  let skipped = 0;
  for (let i = 0; i < words.length; i++) {
    const color = words[i]!;
    if (color >>> 24 !== 255) {
      skipped++;
      continue;
    }
    const cell = ((color & 0xfe) << 13) | ((color & 0xfe00) >>> 2) | ((color & 0xfe0000) >>> 17);
    const low = (color & 1) | ((color >>> 7) & 2) | ((color >>> 14) & 4);
    const sum = cells[cell]! + additions[low]!;
    cells[cell] = sum;
    if (sum >= FULL) empty(cell, additions[low]!);
  }
  return skipped;
}

/** Pixels with alpha 1–254, in cells of 5 bits a color channel and 3 of alpha; means weigh colors by alpha. */
export class TranslucentCells {
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

  writeTo({ rgba, weights }: Entries, firstEntry: number): void {
    const { cells } = this;
    let entry = firstEntry;
    for (let at = 0; at < cells.length; at += 5) {
      const count = cells[at]!;
      if (count === 0) continue;
      const alpha = cells[at + 1]!;
      for (let channel = 0; channel < 3; channel++) {
        rgba[4 * entry + channel] = cells[at + 2 + channel]! / alpha;
      }
      rgba[4 * entry + 3] = alpha / count;
      weights[entry] = count;
      entry++;
    }
  }
}
