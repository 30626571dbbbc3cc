/**
 * Colors for differences: black, purple, orange, pale yellow. Lightness rises all the way, so the order is seen without
 * telling hues apart (color blindness, print). Stops along the ramp of “inferno” (S. van der Walt, N. Smith, 2015).
 */
const STOPS = [
  [0, 0, 4],
  [31, 12, 72],
  [85, 15, 109],
  [136, 34, 106],
  [186, 54, 85],
  [227, 89, 51],
  [249, 140, 10],
  [249, 201, 50],
  [252, 255, 164],
] as const;

/** A difference of so much (OKLab × 100) and more has the last color; 2 is about just noticeable. */
export const HEAT_MAX = 10;

/** The color of `share` (0–1) of the ramp, sRGB 0–255. */
export function heatColor(share: number): [number, number, number] {
  const at = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const from = Math.min(STOPS.length - 2, Math.floor(at));
  const [a, b] = [STOPS[from]!, STOPS[from + 1]!];
  const mix = (channel: 0 | 1 | 2) => Math.round(a[channel] + (at - from) * (b[channel] - a[channel]));
  return [mix(0), mix(1), mix(2)];
}

const STEPS = 256;

/** The ramp as 256 opaque words (`a << 24 | b << 16 | g << 8 | r`). */
export const HEAT_WORDS = Uint32Array.from({ length: STEPS }, (_, step) => {
  const [r, g, b] = heatColor(step / (STEPS - 1));
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
});
