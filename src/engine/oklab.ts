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

/** Linear light of bytes and of the places halfway between two, and one more, so that all have a next. */
const LINEAR_OF_HALF_BYTE = Float64Array.from({ length: 512 }, (_, half) => srgbToLinear(half / 2 / 255));

/**
 * `channel` is 0–255. Between halves (the mean of a histogram cell) it is interpolated: off by less than 2e-6, and
 * ten times as fast as a power.
 */
function linearOfChannel(channel: number): number {
  const half = (2 * channel) | 0;
  const below = LINEAR_OF_HALF_BYTE[half]!;
  const part = 2 * channel - half;
  return part === 0 ? below : below + part * (LINEAR_OF_HALF_BYTE[half + 1]! - below);
}

/** Linear light to cone responses, all rising in each of r, g and b. */
function linearToCones(r: number, g: number, b: number, out: Float64Array): void {
  out[0] = 0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b;
  out[1] = 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b;
  out[2] = 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b;
}

/** Cube roots of the middles of so many equal parts of 0 to 1, and of one more for 1 itself. */
const ROOT_PARTS = 4096;
const ROOTS = Float64Array.from({ length: ROOT_PARTS + 1 }, (_, part) =>
  Math.cbrt((part + 0.5) / ROOT_PARTS),
);
const LEAST_BY_TABLE = 1 / 32;

/**
 * The cube root of a cone response, 0–1: one step of Halley's method from the table's, off by less than 2e-9 of
 * itself, and two to five times as fast as `Math.cbrt`, which was a tenth of reducing 24 megapixels.
 */
function rootOfCone(x: number): number {
  if (x < LEAST_BY_TABLE) return Math.cbrt(x);
  const root = ROOTS[(x * ROOT_PARTS) | 0]!;
  const cube = root * root * root;
  return (root * (cube + 2 * x)) / (2 * cube + x);
}

/** The cube roots of the cone responses, which OKLab is a linear map of. */
function rgbToLms(r: number, g: number, b: number, out: Float64Array): void {
  linearToCones(linearOfChannel(r), linearOfChannel(g), linearOfChannel(b), out);
  out[0] = rootOfCone(out[0]!);
  out[1] = rootOfCone(out[1]!);
  out[2] = rootOfCone(out[2]!);
}

/** `lms` → L, a, b, in place. */
function lmsToOklab(lms: Float64Array): void {
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

const lowCones = new Float64Array(3);
const highCones = new Float64Array(3);
/** Half the box's extent along each of r, g and b, in OKLab. */
const halves = [new Float64Array(3), new Float64Array(3), new Float64Array(3)] as const;
const bulge = new Float64Array(3);

/**
 * A ball around the colors of a box of sRGB, from `lo` to `hi` (0–255, three channels each): its center goes to
 * `center[0..2]`, its radius is returned.
 *
 * In linear light the box is a box, and the cone responses are linear in it. Their cube roots lie on a chord or up
 * to its bulge above it, so OKLab has a parallelepiped and a little more: for dark colors half as wide as what the
 * two corners alone bound.
 */
export function oklabBallAround(lo: ArrayLike<number>, hi: ArrayLike<number>, center: Float64Array): number {
  const [lr, lg, lb] = [linearOfChannel(lo[0]!), linearOfChannel(lo[1]!), linearOfChannel(lo[2]!)];
  const [hr, hg, hb] = [linearOfChannel(hi[0]!), linearOfChannel(hi[1]!), linearOfChannel(hi[2]!)];
  const [alongR, alongG, alongB] = halves;
  linearToCones(lr, lg, lb, lowCones);
  linearToCones(hr, hg, hb, highCones);
  linearToCones((hr - lr) / 2, 0, 0, alongR);
  linearToCones(0, (hg - lg) / 2, 0, alongG);
  linearToCones(0, 0, (hb - lb) / 2, alongB);
  let radius = 0;
  for (let cone = 0; cone < 3; cone++) {
    const from = Math.cbrt(lowCones[cone]!);
    const width = highCones[cone]! - lowCones[cone]!;
    const slope = width > 0 ? (Math.cbrt(highCones[cone]!) - from) / width : 0;
    alongR[cone]! *= slope;
    alongG[cone]! *= slope;
    alongB[cone]! *= slope;
    // Highest above the chord where the cube root is as steep: at (3 · slope)^(−3/2).
    const steep = slope > 0 ? 1 / Math.sqrt(3 * slope) : from;
    const height = Math.max(0, steep - from - slope * (steep ** 3 - lowCones[cone]!)) / 2;
    center[cone] = from + (slope * width) / 2 + height;
    bulge.fill(0);
    bulge[cone] = height;
    lmsToOklab(bulge);
    radius += Math.sqrt(bulge[0]! ** 2 + bulge[1]! ** 2 + bulge[2]! ** 2);
  }
  lmsToOklab(center);
  lmsToOklab(alongR);
  lmsToOklab(alongG);
  lmsToOklab(alongB);
  let farthest = 0;
  for (let corner = 0; corner < 4; corner++) {
    const r = corner & 1 ? -1 : 1;
    const g = corner & 2 ? -1 : 1;
    let squared = 0;
    for (let d = 0; d < 3; d++) squared += (r * alongR[d]! + g * alongG[d]! + alongB[d]!) ** 2;
    farthest = Math.max(farthest, squared);
  }
  return radius + Math.sqrt(farthest);
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
