/**
 * How the error falls as a picture gets more colors, and where its elbow is.
 *
 * One split tree (`../splitTree.ts`) tells the error of every k at once: its first k − 1 splits are the clusters of k.
 * That curve is there in no time, but lies some percent above what k-means reaches. So it is measured with real palettes
 * at some k; in between it keeps the tree's shape: the ratio of measured to split error is interpolated along log k.
 *
 * Errors are shares of the error with a single color: the part of the colors' variance that is left, 1 to 0.
 */
import type { Histogram } from '../histogram';
import { K_MAX_INDEXED, K_MIN } from '../options';
import type { SplitTree } from '../splitTree';
import type { Steps } from '../steps';
import { findElbow } from './elbow';

export interface ErrorCurve {
  /** The squared error (Σ weight · squared distance) with a single color: what shares are of. */
  single: number;
  /** The curve's numbers of colors are `least`, `least + 1`, … */
  least: number;
  /** The share of the error that is left, one for each k; never rises. Empty when there is nothing to choose. */
  shares: number[];
}

/** A number of colors whose palette has been found. */
export interface MeasuredK {
  k: number;
  /** Share of the error that is left. */
  share: number;
}

/** Where the curve is measured: denser where it bends. */
const MEASURED_KS = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256];

/**
 * The curve of the split tree, up to 256 colors or as many as there are. `least`: no fewer colors can be chosen (as many
 * are locked). Fully transparent pixels, which the histogram's entries leave out, take one color for themselves.
 */
export function* errorCurve(histogram: Histogram, tree: SplitTree, least = K_MIN): Steps<ErrorCurve> {
  const taken = histogram.transparentPixels > 0 ? 1 : 0;
  const errors = yield* tree.errors(K_MAX_INDEXED - taken);
  const single = errors[0]!;
  const shares = Array.from(errors.subarray(least - taken - 1), (error) => (single > 0 ? error / single : 0));
  return { single, least, shares };
}

/** The numbers of colors of a curve to be measured, its last one among them. */
export function ksToMeasure({ least, shares }: Pick<ErrorCurve, 'least' | 'shares'>): number[] {
  const most = least + shares.length - 1;
  const ks = MEASURED_KS.filter((k) => k >= least && k < most);
  return shares.length === 0 ? [] : [...ks, most];
}

/** The curve with what is measured in it. `measured` in ascending order of k. */
export function refinedShares(
  { least, shares }: Pick<ErrorCurve, 'least' | 'shares'>,
  measured: readonly MeasuredK[],
): number[] {
  const known = measured
    .filter(({ k }) => shares[k - least] !== undefined)
    .map(({ k, share }) => ({ k, share, ratio: share / (shares[k - least]! || Infinity) }));
  let next = 0;
  return shares.map((share, i) => {
    const k = least + i;
    while (next < known.length && known[next]!.k < k) next++;
    const [before, after] = [known[next - 1], known[next]];
    if (after?.k === k) return after.share;
    if (!before || !after) return share * ((before ?? after)?.ratio ?? 1);
    const part = Math.log(k / before.k) / Math.log(after.k / before.k);
    return share * (before.ratio + part * (after.ratio - before.ratio));
  });
}

/**
 * The k at the elbow; `undefined` when the curve has none. Its x is log k, as k is chosen by its ratio (16 and 32 differ
 * as 64 and 128 do): along k itself the elbow would mostly tell where the curve was cut off at 256.
 */
export function elbowOfCurve(least: number, shares: readonly number[]): number | undefined {
  const elbow = findElbow(
    shares.map((_, i) => Math.log2(least + i)),
    shares,
  );
  return elbow === undefined ? undefined : least + elbow;
}
