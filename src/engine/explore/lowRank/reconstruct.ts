/** From factors back to a picture: W·H for each channel, rounded and kept within 0–255. */
import type { Pixels } from '../../pixels';
import type { Steps } from '../../steps';
import type { Factorization } from './factorization';

/** Multiplications between two pauses, about a millisecond. */
const WORK_AT_ONCE = 1 << 20;

/**
 * The whole picture. Its transparency is the original's: it is not factorized.
 *
 * @param original Of the size that was factorized.
 */
export function* lowRankPicture(
  channels: readonly Factorization[],
  original: Pixels,
): Steps<Pixels, undefined> {
  return yield* sampled(channels, original, 1);
}

/**
 * A smaller picture of the factors, for a preview: every n-th pixel, so that there are no more than `mostPixels`.
 *
 * @param original Whose transparency it gets, of any size.
 */
export function* lowRankPreview(
  channels: readonly Factorization[],
  original: Pixels,
  mostPixels: number,
): Steps<Pixels, undefined> {
  const { width, height } = channels[0]!.plane;
  const every = Math.max(1, Math.ceil(Math.sqrt((width * height) / mostPixels)));
  return yield* sampled(channels, original, every);
}

function* sampled(
  channels: readonly Factorization[],
  original: Pixels,
  every: number,
): Steps<Pixels, undefined> {
  const { plane, components } = channels[0]!;
  const width = Math.ceil(plane.width / every);
  const height = Math.ceil(plane.height / every);
  const rgba = new Uint8Array(4 * width * height);
  const out = Array.from({ length: ROWS }, () => new Float64Array(width));
  const rowsAtOnce = ROWS * Math.max(1, Math.round(WORK_AT_ONCE / (ROWS * 3 * width * components)));
  for (let top = 0; top < height; top += ROWS) {
    const bottom = Math.min(height, top + ROWS);
    for (const [channel, { w, h }] of channels.entries()) {
      const starts = out.map((_, row) => Math.min(height - 1, top + row) * every * w.stride);
      multiplyRows(w.values, starts, h.values, every * h.stride, components, out);
      for (let y = top; y < bottom; y++) writeChannel(out[y - top]!, rgba, 4 * y * width + channel);
    }
    for (let y = top; y < bottom; y++) addAlpha(rgba, y, width, height, original);
    if (top % rowsAtOnce === 0) yield;
  }
  return { width, height, rgba };
}

/** Rows that are computed together, as reading H costs most. */
const ROWS = 4;

/** Rows of W·H: `out[row][x]` is the product of the row of W at `starts[row]` and that of H at `x · step`. */
function multiplyRows(
  w: Float64Array,
  starts: readonly number[],
  h: Float64Array,
  step: number,
  components: number,
  out: readonly Float64Array[],
): void {
  const [r0, r1, r2, r3] = [starts[0]!, starts[1]!, starts[2]!, starts[3]!];
  const [out0, out1, out2, out3] = [out[0]!, out[1]!, out[2]!, out[3]!];
  for (let x = 0, at = 0; x < out0.length; x++, at += step) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0; k < components; k++) {
      const value = h[at + k]!;
      s0 += w[r0 + k]! * value;
      s1 += w[r1 + k]! * value;
      s2 += w[r2 + k]! * value;
      s3 += w[r3 + k]! * value;
    }
    out0[x] = s0;
    out1[x] = s1;
    out2[x] = s2;
    out3[x] = s3;
  }
}

/** A Uint8Array would wrap around where the product exceeds a byte. */
function writeChannel(values: Float64Array, rgba: Uint8Array, at: number): void {
  for (let x = 0; x < values.length; x++) rgba[at + 4 * x] = Math.min(255, values[x]! + 0.5);
}

/** The original's alpha at the same places; colors, which were weighted by it, become straight again. */
function addAlpha(rgba: Uint8Array, y: number, width: number, height: number, original: Pixels): void {
  const sourceY = Math.floor(((y + 0.5) * original.height) / height);
  for (let x = 0; x < width; x++) {
    const sourceX = Math.floor(((x + 0.5) * original.width) / width);
    const alpha = original.rgba[4 * (sourceY * original.width + sourceX) + 3]!;
    const at = 4 * (y * width + x);
    rgba[at + 3] = alpha;
    if (alpha === 255) continue;
    for (let c = 0; c < 3; c++) {
      rgba[at + c] = alpha === 0 ? 0 : Math.min(255, (rgba[at + c]! * 255) / alpha + 0.5);
    }
  }
}
