/**
 * The three loops that all the time of a factorization goes into: V·X for a plane of bytes V and a factor X, Xᵀ·X,
 * and one sweep of HALS. All come in blocks of rows, so that a caller can pause between them.
 *
 * A factor has `stride` numbers a row: the components, then zeros up to a multiple of four. Rows are padded to a
 * multiple of four as well, so that no loop has a remainder. Four rows by four components are kept in registers:
 * 2.7 billion multiplications and additions a second on one core (Node 20), a plain loop makes 0.9. Bytes
 * are as fast as floats here and take an eighth of the memory.
 */

/** Rows and components come in fours. */
export const BLOCK = 4;

export function paddedToBlock(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}

/**
 * Rows `from` to `to` of V·X, to `out`.
 *
 * @param plane V, `width` bytes a row.
 * @param factor X, at least `width` rows of `stride` numbers.
 * @param out As many rows as V, of `stride` numbers.
 * @param from A multiple of four, as is `to`.
 */
export function multiplyRows(
  plane: Uint8Array,
  width: number,
  factor: Float64Array,
  stride: number,
  out: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += BLOCK) {
    const r0 = row * width;
    const r1 = r0 + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let k = 0; k < stride; k += BLOCK) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      let c0 = 0;
      let c1 = 0;
      let c2 = 0;
      let c3 = 0;
      let d0 = 0;
      let d1 = 0;
      let d2 = 0;
      let d3 = 0;
      for (let x = 0, at = k; x < width; x++, at += stride) {
        const x0 = factor[at]!;
        const x1 = factor[at + 1]!;
        const x2 = factor[at + 2]!;
        const x3 = factor[at + 3]!;
        let v = plane[r0 + x]!;
        a0 += v * x0;
        a1 += v * x1;
        a2 += v * x2;
        a3 += v * x3;
        v = plane[r1 + x]!;
        b0 += v * x0;
        b1 += v * x1;
        b2 += v * x2;
        b3 += v * x3;
        v = plane[r2 + x]!;
        c0 += v * x0;
        c1 += v * x1;
        c2 += v * x2;
        c3 += v * x3;
        v = plane[r3 + x]!;
        d0 += v * x0;
        d1 += v * x1;
        d2 += v * x2;
        d3 += v * x3;
      }
      let at = row * stride + k;
      out[at] = a0;
      out[at + 1] = a1;
      out[at + 2] = a2;
      out[at + 3] = a3;
      at += stride;
      out[at] = b0;
      out[at + 1] = b1;
      out[at + 2] = b2;
      out[at + 3] = b3;
      at += stride;
      out[at] = c0;
      out[at + 1] = c1;
      out[at + 2] = c2;
      out[at + 3] = c3;
      at += stride;
      out[at] = d0;
      out[at + 1] = d1;
      out[at + 2] = d2;
      out[at + 3] = d3;
    }
  }
}

/** Adds what rows `from` to `to` of X contribute to the upper half of Xᵀ·X. `gram`: `stride` × `stride`. */
export function addGram(
  factor: Float64Array,
  stride: number,
  gram: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += BLOCK) {
    const r0 = row * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    for (let k = 0; k < stride; k++) {
      const x0 = factor[r0 + k]!;
      const x1 = factor[r1 + k]!;
      const x2 = factor[r2 + k]!;
      const x3 = factor[r3 + k]!;
      for (let l = k, at = k * stride + k; l < stride; l++, at++) {
        gram[at]! +=
          x0 * factor[r0 + l]! + x1 * factor[r1 + l]! + x2 * factor[r2 + l]! + x3 * factor[r3 + l]!;
      }
    }
  }
}

/** Copies the upper half of a square matrix to the lower. */
export function mirrorGram(gram: Float64Array, stride: number): void {
  for (let k = 1; k < stride; k++) {
    for (let l = 0; l < k; l++) gram[k * stride + l] = gram[l * stride + k]!;
  }
}

/** Not 0: a component that is 0 in both factors could never come back. */
export const LEAST = 1e-12;

/**
 * One sweep over rows `from` to `to` of a factor X that approximates V by X·Yᵀ: each number is set to the one that
 * makes the error least while all others stay, so the error never rises. Rows don't depend on each other.
 *
 * @param product V·Y.
 * @param gram Yᵀ·Y.
 */
export function sweepRows(
  factor: Float64Array,
  components: number,
  stride: number,
  product: Float64Array,
  gram: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += BLOCK) {
    const r0 = row * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    for (let k = 0; k < components; k++) {
      const g = k * stride;
      const own = gram[g + k]!;
      if (own === 0) continue;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let l = 0; l < components; l++) {
        const weight = gram[g + l]!;
        s0 += weight * factor[r0 + l]!;
        s1 += weight * factor[r1 + l]!;
        s2 += weight * factor[r2 + l]!;
        s3 += weight * factor[r3 + l]!;
      }
      factor[r0 + k] = atLeast(factor[r0 + k]! + (product[r0 + k]! - s0) / own);
      factor[r1 + k] = atLeast(factor[r1 + k]! + (product[r1 + k]! - s1) / own);
      factor[r2 + k] = atLeast(factor[r2 + k]! + (product[r2 + k]! - s2) / own);
      factor[r3 + k] = atLeast(factor[r3 + k]! + (product[r3 + k]! - s3) / own);
    }
  }
}

function atLeast(value: number): number {
  return value > LEAST ? value : LEAST;
}
