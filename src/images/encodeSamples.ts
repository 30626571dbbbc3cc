/**
 * Pictures of samples as PNG files: every pixel's own color, or grays that stand for something (a mask, labels).
 * Rows of colors are filtered, each by what makes its bytes smallest (W3C, *PNG Specification, Third Edition*, 2025,
 * 12.7), which takes a fifth off photographs; grays that are labels are best left alone.
 */
import { zlibSync } from 'fflate';
import { pngFile } from './pngFile';

export interface Samples {
  width: number;
  height: number;
  /** Grays of 1, 8 or 16 bits; RGBA of 8. RGBA becomes RGB where all of it is opaque. */
  kind: 'gray1' | 'gray8' | 'gray16' | 'rgba';
  /** Rows from the top, each beginning with a byte of its own; 16 bits big endian. */
  rows: Uint8Array;
  /** For a picture that is seen for a moment: larger, in a third of the time. */
  isQuick?: boolean;
}

const DEPTHS = { gray1: 1, gray8: 8, gray16: 16 } as const;
/**
 * Grays are quickly done at the best level; without filters that takes up to a fifth off a map of labels (24 megapixels:
 * 2.6 to 4.6 s, where 4 takes 0.5 to 1.1). Of colors, 9 would take 1.5 % off a photograph of low rank, and three times as long. Of a large one even 6 is a matter of
 * seconds (4.3 s for 10 megapixels), and 4 is 2 % larger in a third of that.
 */
const GRAY_LEVEL = 9;
const LEVELS = { small: 6, large: 4, quick: 1 } as const;
const SMALL_PIXELS = 1 << 21;
const GRAY = 0;
const RGB = 2;
const RGBA = 6;

/** @throws RangeError when sizes do not fit together. */
export function encodeSamples({
  width,
  height,
  kind,
  rows,
  isQuick = false,
}: Samples): Uint8Array<ArrayBuffer> {
  const rowBytes = kind === 'rgba' ? 4 * width : Math.ceil((width * DEPTHS[kind]) / 8);
  if (rows.length !== rowBytes * height || rows.length === 0) {
    throw new RangeError(`expected ${height} rows of ${rowBytes} bytes, got ${rows.length} bytes`);
  }
  if (kind !== 'rgba') {
    const data = zlibSync(unfiltered(rows, rowBytes), { level: GRAY_LEVEL });
    return pngFile({ width, height, depth: DEPTHS[kind], colorType: GRAY }, data);
  }
  const level = LEVELS[isQuick ? 'quick' : width * height <= SMALL_PIXELS ? 'small' : 'large'];
  const opaque = withoutAlpha(rows);
  const channels = opaque ? 3 : 4;
  const filtered = filterRows(opaque ?? rows, channels * width, channels, isQuick);
  const colorType = opaque ? RGB : RGBA;
  return pngFile({ width, height, depth: 8, colorType }, zlibSync(filtered, { level }));
}

/** RGB, or nothing where a pixel has transparency. */
function withoutAlpha(rgba: Uint8Array): Uint8Array | undefined {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return undefined;
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from]!;
    rgb[to++] = rgba[from + 1]!;
    rgb[to++] = rgba[from + 2]!;
  }
  return rgb;
}

function unfiltered(rows: Uint8Array, rowBytes: number): Uint8Array {
  const out = new Uint8Array(rows.length + rows.length / rowBytes);
  for (let from = 0, to = 1; from < rows.length; from += rowBytes, to += rowBytes + 1) {
    out.set(rows.subarray(from, from + rowBytes), to);
  }
  return out;
}

/** The filters' numbers in the file. */
const SUB = 1;
const UP = 2;
const PAETH = 4;

/** @param step Bytes of a pixel. */
function filterRows(rows: Uint8Array, rowBytes: number, step: number, isQuick: boolean): Uint8Array {
  const height = rows.length / rowBytes;
  const out = new Uint8Array(rows.length + height);
  const tried = isQuick ? [SUB] : [SUB, UP, PAETH];
  const candidates = tried.map(() => new Uint8Array(rowBytes));
  const none = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * rowBytes, (y + 1) * rowBytes);
    const above = y === 0 ? none : rows.subarray((y - 1) * rowBytes, y * rowBytes);
    let best = 0;
    let least = Infinity;
    for (const [i, filter] of tried.entries()) {
      const sum = filterRow(filter, row, above, step, candidates[i]!);
      if (sum < least) [best, least] = [i, sum];
    }
    out[y * (rowBytes + 1)] = tried[best]!;
    out.set(candidates[best]!, y * (rowBytes + 1) + 1);
  }
  return out;
}

/** Returns the sum of the bytes as signed differences: the smaller, the better they compress. */
function filterRow(
  filter: number,
  row: Uint8Array,
  above: Uint8Array,
  step: number,
  out: Uint8Array,
): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    const left = i < step ? 0 : row[i - step]!;
    const up = above[i]!;
    const predicted =
      filter === SUB ? left : filter === UP ? up : paeth(left, up, i < step ? 0 : above[i - step]!);
    const difference = (row[i]! - predicted) & 255;
    out[i] = difference;
    sum += difference < 128 ? difference : 256 - difference;
  }
  return sum;
}

/** Whichever of the three is nearest to left + up − corner. */
function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
