/**
 * CIEDE2000, the color difference that printers and vision research go by: a distance in CIELAB with corrections
 * for lightness, chroma, hue and blue. About 1 is just noticeable. Gaurav Sharma, Wencheng Wu, Edul N. Dalal,
 * "The CIEDE2000 color-difference formula: implementation notes, supplementary test data, and mathematical
 * observations" (2005), with kL = kC = kH = 1. About 0.3 µs a pair, so callers remember pairs.
 */
import { srgbToLinear } from './oklab';

/** CIE standard illuminant D65, 2°, from its chromaticity (0.3127, 0.329), the white of sRGB. */
const WHITE_X = 0.3127 / 0.329;
const WHITE_Z = (1 - 0.3127 - 0.329) / 0.329;

const LINEAR_OF_BYTE = Float64Array.from({ length: 256 }, (_, byte) => srgbToLinear(byte / 255));

/** sRGB 0–255 (need not be whole) → CIELAB with white D65 (L 0–100) into `out[at .. at + 2]`. */
export function rgbToCielab(r: number, g: number, b: number, out: Float64Array, at = 0): void {
  const lr = linearOfChannel(r);
  const lg = linearOfChannel(g);
  const lb = linearOfChannel(b);
  const x = compressed(
    (0.4123907992659593 * lr + 0.357584339383878 * lg + 0.1804807884018343 * lb) / WHITE_X,
  );
  const y = compressed(0.2126390058715102 * lr + 0.715168678767756 * lg + 0.0721923153607337 * lb);
  const z = compressed(
    (0.0193308187155918 * lr + 0.119194779794626 * lg + 0.9505321522496607 * lb) / WHITE_Z,
  );
  out[at] = 116 * y - 16;
  out[at + 1] = 500 * (x - y);
  out[at + 2] = 200 * (y - z);
}

/** A table's entry where there is one: reading beside the entries would cost as much as the rest. */
function linearOfChannel(channel: number): number {
  return Number.isInteger(channel) ? LINEAR_OF_BYTE[channel]! : srgbToLinear(channel / 255);
}

/** The cube root, but for a straight piece near black. */
function compressed(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}

const DEGREE = Math.PI / 180;
const FULL_TURN = 2 * Math.PI;
const POW_25_7 = 25 ** 7;

/** The difference of two CIELAB colors, at `one[oneAt ..]` and `two[twoAt ..]`; 0 to about 120. */
export function ciede2000(one: Float64Array, oneAt: number, two: Float64Array, twoAt: number): number {
  const lightness1 = one[oneAt]!;
  const lightness2 = two[twoAt]!;
  const b1 = one[oneAt + 2]!;
  const b2 = two[twoAt + 2]!;
  // Grays are pushed apart along a, more the grayer they are.
  const plainChroma1 = Math.sqrt(one[oneAt + 1]! ** 2 + b1 * b1);
  const plainChroma2 = Math.sqrt(two[twoAt + 1]! ** 2 + b2 * b2);
  const stretch = 1 + 0.5 * (1 - chromaWeight((plainChroma1 + plainChroma2) / 2));
  const a1 = stretch * one[oneAt + 1]!;
  const a2 = stretch * two[twoAt + 1]!;
  const chroma1 = Math.sqrt(a1 * a1 + b1 * b1);
  const chroma2 = Math.sqrt(a2 * a2 + b2 * b2);
  const isGray = chroma1 * chroma2 === 0; // then there is no hue to compare
  const hue1 = hueOf(a1, b1);
  const hue2 = hueOf(a2, b2);

  let hueStep = isGray ? 0 : hue2 - hue1;
  if (hueStep > Math.PI) hueStep -= FULL_TURN;
  else if (hueStep < -Math.PI) hueStep += FULL_TURN;
  let hue = hue1 + hue2;
  if (!isGray) {
    if (Math.abs(hue1 - hue2) > Math.PI) hue += hue < FULL_TURN ? FULL_TURN : -FULL_TURN;
    hue /= 2;
  }
  const lightness = (lightness1 + lightness2) / 2;
  const chroma = (chroma1 + chroma2) / 2;

  const t =
    1 -
    0.17 * Math.cos(hue - 30 * DEGREE) +
    0.24 * Math.cos(2 * hue) +
    0.32 * Math.cos(3 * hue + 6 * DEGREE) -
    0.2 * Math.cos(4 * hue - 63 * DEGREE);
  const fromMiddle = (lightness - 50) ** 2;
  const dL = (lightness2 - lightness1) / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle));
  const dC = (chroma2 - chroma1) / (1 + 0.045 * chroma);
  const dH = (2 * Math.sqrt(chroma1 * chroma2) * Math.sin(hueStep / 2)) / (1 + 0.015 * chroma * t);
  const blueness = Math.exp(-(((hue - 275 * DEGREE) / (25 * DEGREE)) ** 2));
  const rotation = -2 * chromaWeight(chroma) * Math.sin(60 * DEGREE * blueness);
  return Math.sqrt(Math.max(0, dL * dL + dC * dC + dH * dH + rotation * dC * dH));
}

/** 0 for gray, towards 1 for vivid colors. */
function chromaWeight(chroma: number): number {
  const power = chroma ** 7;
  return Math.sqrt(power / (power + POW_25_7));
}

/** 0 to 2π; 0 for gray. */
function hueOf(a: number, b: number): number {
  const hue = Math.atan2(b, a);
  return hue < 0 ? hue + FULL_TURN : hue;
}
