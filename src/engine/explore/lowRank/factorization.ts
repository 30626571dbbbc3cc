/**
 * Non-negative matrix factorization of one plane: V ≈ W·H with W (height × K) and H (K × width) without negative
 * numbers, so that the squared error ‖V − W·H‖² is small (Daniel Lee, Sebastian Seung, "Algorithms for non-negative
 * matrix factorization", 2001, whose multiplicative updates are the textbook's way).
 *
 * Here by hierarchical alternating least squares: each number of a factor is set to its best value while all others
 * stay (Andrzej Cichocki, Anh-Huy Phan, "Fast local algorithms for large scale nonnegative matrix and tensor
 * factorizations", 2009), several sweeps over a factor for each product with V, which costs most (Nicolas Gillis,
 * François Glineur, "Accelerated multiplicative updates and hierarchical ALS algorithms for nonnegative matrix
 * factorization", 2012). The error never rises, as with multiplicative updates, but falls far faster: on a photograph of
 * 800 × 600 with K = 80, 3 iterations come to 30.0 dB (0.5 s), where 200 multiplicative updates come to 29.7 dB (27 s).
 *
 * O(width · height · K + (width + height) · K² · sweeps) an iteration.
 */
import { createRandom } from '../../random';
import type { Steps } from '../../steps';
import { addGram, BLOCK, mirrorGram, multiplyRows, paddedToBlock, sweepRows } from './products';
import type { Plane } from './plane';

/** A matrix of `length` × K without negative numbers: W by rows, or H by columns. */
export interface Factor {
  length: number;
  /** `paddedToBlock(length)` rows of `stride` numbers: the components, then zeros. */
  values: Float64Array;
  stride: number;
}

/** Multiplications between two pauses, about half a millisecond. */
const WORK_AT_ONCE = 1e6;

export class Factorization {
  private readonly productW: Float64Array;
  private readonly productH: Float64Array;
  private readonly gramW: Float64Array;
  private readonly gramH: Float64Array;
  private isGramHKnown = false;

  constructor(
    readonly plane: Plane,
    readonly components: number,
    readonly w: Factor,
    readonly h: Factor,
  ) {
    this.productW = new Float64Array(w.values.length);
    this.productH = new Float64Array(h.values.length);
    this.gramW = new Float64Array(w.stride ** 2);
    this.gramH = new Float64Array(w.stride ** 2);
  }

  /** Improves W, then H. `sweeps`: how often each, 1 or more. Returns the squared error of all pixels. */
  *iterate(sweeps: number): Steps<number, undefined> {
    const { plane, w, h, productW, productH, gramW, gramH } = this;
    if (!this.isGramHKnown) yield* gram(h, gramH);
    yield* product(plane.rows, plane.width, h, productW);
    yield* this.sweep(w, productW, gramH, sweeps);
    yield* gram(w, gramW);
    yield* product(plane.columns, plane.height, w, productH);
    yield* this.sweep(h, productH, gramW, sweeps);
    yield* gram(h, gramH);
    this.isGramHKnown = true;
    // ‖V − W·H‖² = ‖V‖² − 2·⟨Vᵀ·W, Hᵀ⟩ + ⟨Wᵀ·W, H·Hᵀ⟩, where all products are known.
    return Math.max(0, plane.squaredSum - 2 * dot(productH, h.values) + dot(gramW, gramH));
  }

  private *sweep(
    factor: Factor,
    productOfFactor: Float64Array,
    gramOfOther: Float64Array,
    sweeps: number,
  ): Steps<void, undefined> {
    const { components } = this;
    for (const [from, to] of blocks(factor.values.length / factor.stride, sweeps * components ** 2)) {
      for (let sweep = 0; sweep < sweeps; sweep++) {
        sweepRows(factor.values, components, factor.stride, productOfFactor, gramOfOther, from, to);
      }
      if (to > factor.length) factor.values.fill(0, factor.length * factor.stride); // the padding stays none
      yield;
    }
  }
}

function* product(plane: Uint8Array, width: number, by: Factor, out: Float64Array): Steps<void, undefined> {
  for (const [from, to] of blocks(out.length / by.stride, width * by.stride)) {
    multiplyRows(plane, width, by.values, by.stride, out, from, to);
    yield;
  }
}

function* gram({ values, stride }: Factor, out: Float64Array): Steps<void, undefined> {
  out.fill(0);
  for (const [from, to] of blocks(values.length / stride, stride ** 2 / 2)) {
    addGram(values, stride, out, from, to);
    yield;
  }
  mirrorGram(out, stride);
}

/** Ranges of rows, whole blocks, with about `WORK_AT_ONCE` in each. */
function* blocks(rows: number, workOfRow: number): Generator<[from: number, to: number]> {
  const atOnce = BLOCK * Math.max(1, Math.round(WORK_AT_ONCE / (BLOCK * workOfRow)));
  for (let from = 0; from < rows; from += atOnce) yield [from, Math.min(rows, from + atOnce)];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Factors to start from: random numbers, scaled so that their product has the plane's mean. Better starts cost more
 * than they save here, where they only begin the smallest level: with means of random rows and columns instead, a
 * photograph came out 0.05 dB worse.
 */
export function randomFactors(plane: Plane, components: number, seed: number): { w: Factor; h: Factor } {
  const { width, height, rows } = plane;
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += rows[i]!;
  const scale = 2 * Math.sqrt(Math.max(sum, 1) / (width * height * components));
  const random = createRandom(seed);
  const factor = (length: number): Factor => {
    const empty = emptyFactor(length, components);
    for (let i = 0; i < length; i++) {
      for (let k = 0; k < components; k++) empty.values[i * empty.stride + k] = scale * random();
    }
    return empty;
  };
  return { w: factor(height), h: factor(width) };
}

/** A factor for twice as many rows (or one more), each between those that it lies between. */
export function* stretched({ length, values, stride }: Factor, newLength: number): Steps<Factor, undefined> {
  const out = new Float64Array(paddedToBlock(newLength) * stride);
  for (let row = 0; row < newLength; row++) {
    const place = Math.min(length - 1, Math.max(0, (row + 0.5) / 2 - 0.5));
    const before = Math.floor(place);
    const after = Math.min(length - 1, before + 1);
    const share = place - before;
    for (let k = 0; k < stride; k++) {
      out[row * stride + k] =
        (1 - share) * values[before * stride + k]! + share * values[after * stride + k]!;
    }
    if (row % 1024 === 1023) yield;
  }
  return { length: newLength, values: out, stride };
}

function emptyFactor(length: number, components: number): Factor {
  const stride = paddedToBlock(components);
  return { length, values: new Float64Array(paddedToBlock(length) * stride), stride };
}
