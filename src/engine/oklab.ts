/**
 * sRGB and OKLab. Björn Ottosson, "A perceptual color space for image processing" (2020): distances in it
 * follow what people see far better than in sRGB, and it costs two 3×3 matrices and three cube roots.
 */

/** One sRGB channel, 0–1, to linear light, 0–1 (IEC 61966-2-1). */
export function srgbToLinear(c: number): number {
  return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
}

/** Linear light, 0–1, to one sRGB channel, 0–1. */
export function linearToSrgb(c: number): number {
  return c <= 0.0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
}

/** For bytes, and for the places between two of them where the centers of the preview's cells lie. */
const LINEAR_OF_HALF_BYTE = Float64Array.from({ length: 511 }, (_, half) => srgbToLinear(half / 2 / 255));

/**
 * `channel` is 0–255 and may lie between two bytes (the mean of a histogram cell). Looked up only where there is
 * an entry for certain: V8 takes 400 ns to find that an array has nothing at 1.5.
 */
function linearOfChannel(channel: number): number {
  const half = 2 * channel;
  return half === (half | 0) ? LINEAR_OF_HALF_BYTE[half]! : srgbToLinear(channel / 255);
}

/** The cube roots of the cone responses, which OKLab is a linear map of. Rising in each of r, g and b. */
export function rgbToLms(r: number, g: number, b: number, out: Float64Array): void {
  const lr = linearOfChannel(r);
  const lg = linearOfChannel(g);
  const lb = linearOfChannel(b);
  out[0] = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  out[1] = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  out[2] = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
}

/** `lms` → L, a, b, in place. */
export function lmsToOklab(lms: Float64Array): void {
  const l = lms[0]!;
  const m = lms[1]!;
  const s = lms[2]!;
  lms[0] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  lms[1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  lms[2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

/** sRGB 0–255 → OKLab (L 0–1, a and b about ±0.4) into `out[0..2]`. */
export function rgbToOklab(r: number, g: number, b: number, out: Float64Array): void {
  rgbToLms(r, g, b, out);
  lmsToOklab(out);
}

/** OKLab → sRGB 0–255 into `out[0..2]`, not rounded; outside the gamut the channels are clipped. */
export function oklabToRgb(L: number, a: number, b: number, out: Float64Array): void {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  out[0] = clippedChannel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  out[1] = clippedChannel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  out[2] = clippedChannel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
}

function clippedChannel(linear: number): number {
  return 255 * Math.min(1, Math.max(0, linearToSrgb(linear)));
}
