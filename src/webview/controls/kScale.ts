/**
 * Where a number of colors stands on the slider. The scale is logarithmic: each doubling, one more bit a pixel, takes
 * the same way, so that 4 and 8 are as far apart as 128 and 256. On a linear scale all of 2 to 16 would be a twentieth.
 */
import { K_MAX, K_MAX_INDEXED, K_MIN } from '../../engine/options';

const OCTAVES = Math.log2(K_MAX_INDEXED / K_MIN);

/** The slider's labels: every power of two, evenly spaced. */
export const TICKS: readonly number[] = Array.from({ length: OCTAVES + 1 }, (_, i) => K_MIN * 2 ** i);

/** 0 at the slider's left end to 1 at its right; what lies outside is put at the nearer end. */
export function fractionOfK(k: number): number {
  return Math.min(1, Math.max(0, Math.log2(k / K_MIN) / OCTAVES));
}

/** The number of colors at a place on the slider, `fraction` 0–1 (put to the nearer end outside). */
export function kAtFraction(fraction: number): number {
  return Math.round(K_MIN * 2 ** (Math.min(1, Math.max(0, fraction)) * OCTAVES));
}

/** The number in the text as a number of colors that can be asked for; `undefined` when it is no number. */
export function parseK(text: string): number | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isNaN(value) ? undefined : Math.round(Math.min(K_MAX, Math.max(K_MIN, value)));
}
