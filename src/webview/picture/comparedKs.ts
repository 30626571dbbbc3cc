/** The numbers of colors that the four-up view compares. */
import { K_MAX_INDEXED, K_MIN } from '../../engine/options';

const DEFAULT_KS = [8, 16, 64, 256];

/**
 * Four numbers worth comparing, `k` among them, ascending; fewer where there are not as many.
 * @param colorCount Different colors of the picture, if known: more are not asked for.
 * @param lockedCount Locked colors: fewer cannot be asked for.
 */
export function comparedKs(k: number, colorCount: number | null, lockedCount: number): number[] {
  const least = Math.max(K_MIN, lockedCount);
  const most = Math.max(least, Math.min(K_MAX_INDEXED, colorCount ?? K_MAX_INDEXED));
  const fitting = DEFAULT_KS.filter((each) => each >= least && each <= most);
  const ks =
    fitting.length === DEFAULT_KS.length
      ? fitting
      : DEFAULT_KS.map((_, i) => Math.round(least * (most / least) ** (i / (DEFAULT_KS.length - 1))));
  return withK([...new Set(ks)], k);
}

/** `ks` with `k` among them: in the place of the number that is least far from it, if it is not there already. */
export function withK(ks: readonly number[], k: number): number[] {
  if (ks.includes(k)) return [...ks];
  const distance = (each: number) => Math.abs(Math.log(each / k));
  const nearest = ks.reduce((best, each) => (distance(each) < distance(best) ? each : best), ks[0] ?? k);
  return [...new Set(ks.map((each) => (each === nearest ? k : each)))].sort((a, b) => a - b);
}
