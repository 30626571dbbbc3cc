/** Numbers of colors as people type them. */
import { K_MAX, K_MIN, type ReduceOptions } from '../engine/options';

export { K_MAX };

/** A palette can't be smaller than the colors locked in it. */
export function leastK({ locked }: ReduceOptions): number {
  return Math.max(K_MIN, locked.length);
}

/** A whole number from `least` to `K_MAX`, or `undefined`. */
export function parseK(text: string, least: number): number | undefined {
  const k = Number(text.trim() || NaN);
  return Number.isInteger(k) && k >= least && k <= K_MAX ? k : undefined;
}
