/** Other ways to give a color, as sRGB bytes. */
import { byteOf, parseCssColor } from './cssColor';
import type { Rgba } from './palette';

/** Hue, saturation and brightness, 0–1 each. */
export function rgbaOfHsb(h: number, s: number, b: number, alpha = 1): Rgba {
  const channel = (n: number) => {
    const k = (n + 6 * h) % 6;
    return byteOf(b - b * s * Math.max(0, Math.min(k, 4 - k, 1)));
  };
  return [channel(5), channel(3), channel(1), byteOf(alpha)];
}

/** Hue, saturation and brightness, 0–1 each. */
export function hsbOfRgba([r, g, b]: Rgba): [h: number, s: number, b: number] {
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return [0, 0, most / 255];
  const sixth = most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range;
  return [((sixth + 6) % 6) / 6, range / most, most / 255];
}

/**
 * Shares of ink, 0–1 each, by the plain formula: what the inks look like is known only to a printer's profile, which
 * these files do not carry.
 */
export function rgbaOfCmyk(c: number, m: number, y: number, k: number): Rgba {
  return [byteOf((1 - c) * (1 - k)), byteOf((1 - m) * (1 - k)), byteOf((1 - y) * (1 - k)), 255];
}

/** CIE L*a*b* with the white of print, D50: L 0–100, a and b −128 to 127. */
export function rgbaOfLab(L: number, a: number, b: number): Rgba | undefined {
  if (![L, a, b].every(Number.isFinite)) return undefined;
  return parseCssColor(`lab(${L.toFixed(4)} ${a.toFixed(4)} ${b.toFixed(4)})`);
}
