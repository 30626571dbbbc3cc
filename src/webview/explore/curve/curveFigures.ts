/** What the view of the error curve shows, from the worker's answer. */
import { elbowOfCurve, refinedShares } from '../../../engine/explore/errorCurve';
import { K_MAX_INDEXED, type ReduceOptions } from '../../../engine/options';
import type { CurveAnswer, MeasuredPalette } from '../../../shared/explore/curve';

export interface CurveFigures {
  ks: number[];
  /** Percent of the error with a single color, one for each k. */
  errors: number[];
  elbow: number | undefined;
  /** dB, where measured. */
  psnrs: (number | null)[];
  /** Bytes, where measured. */
  sizes: (number | null)[];
}

/** What the curve depends on: the same for every k, so that another k asks nothing anew. */
export function curveOptions(options: ReduceOptions): ReduceOptions {
  return { ...options, k: Math.max(K_MAX_INDEXED, options.locked.length), runs: 1, recolored: [] };
}

/** `sizeFactor`: by what the estimated sizes are off, as far as is known. */
export function curveFigures(answer: CurveAnswer, sizeFactor: number): CurveFigures {
  const { least, shares, measured } = answer;
  const refined = refinedShares(answer, measured);
  const byK = new Map(measured.map((each) => [each.k, each]));
  const ks = shares.map((_, i) => least + i);
  return {
    ks,
    errors: refined.map((share) => 100 * share),
    elbow: elbowOfCurve(least, refined),
    psnrs: ks.map((k) => byK.get(k)?.psnr ?? null),
    sizes: ks.map((k) => {
      const size = byK.get(k)?.byteLength;
      return size === undefined ? null : Math.round(size * sizeFactor);
    }),
  };
}

/**
 * The size of the real file over the estimate for its k (between measured ones by their ratio); `undefined` where there
 * is no estimate around it. How far off an estimate is depends on the picture more than on k.
 */
export function sizeFactorOf(
  measured: readonly MeasuredPalette[],
  k: number,
  byteLength: number,
): number | undefined {
  const after = measured.find((each) => each.k >= k);
  const before = measured.filter((each) => each.k <= k).at(-1);
  if (!before || !after) return undefined;
  const part = after.k > before.k ? Math.log(k / before.k) / Math.log(after.k / before.k) : 0;
  return byteLength / (before.byteLength * (after.byteLength / before.byteLength) ** part);
}
