/**
 * Pixels of another color space as sRGB: relative to the white, colors outside of sRGB clipped channel by channel, as
 * browsers and lcms do with such profiles. What Tessera writes says nothing of a color space, which means sRGB.
 */
import { linearToSrgb } from '../engine/oklab';
import type { Pixels } from '../engine/pixels';
import {
  D65,
  SRGB_PRIMARIES,
  inverse,
  matrixOf,
  times,
  type Curve,
  type Matrix,
  type RgbSpace,
} from './rgbSpace';

const XYZ_TO_SRGB = inverse(matrixOf(SRGB_PRIMARIES, D65));
/** Steps of linear light from 0 to 1; the first of the 255 levels of sRGB is 20 of them. */
const STEPS = 65535;

/** The byte of each step; made for the first picture that needs it, which most sessions never see. */
let encodedSteps: Uint8Array | undefined;

function tableOfSteps(): Uint8Array {
  encodedSteps ??= Uint8Array.from({ length: STEPS + 1 }, (_, i) =>
    Math.round(255 * linearToSrgb(i / STEPS)),
  );
  return encodedSteps;
}

/** What each sample value of each channel adds to linear red, green and blue: nine tables of 256, in steps. */
type Tables = readonly Float64Array[];

/** Puts a pixel, given in samples of 16 bits, into `rgba` as sRGB; its alpha is left to the caller. */
export type DeepConverter = (r: number, g: number, b: number, rgba: Uint8Array, to: number) => void;

/**
 * Converts in place; costs about 10 ns a pixel. Alpha is kept.
 */
export function convertToSrgb({ rgba }: Pixels, space: RgbSpace): void {
  const tables = tablesOf(space);
  const [rr, rg, rb, gr, gg, gb, br, bg, bb] = tables;
  const steps = tableOfSteps();
  for (let at = 0; at < rgba.length; at += 4) {
    const r = rgba[at]!;
    const g = rgba[at + 1]!;
    const b = rgba[at + 2]!;
    rgba[at] = encoded(steps, rr![r]! + rg![g]! + rb![b]!);
    rgba[at + 1] = encoded(steps, gr![r]! + gg![g]! + gb![b]!);
    rgba[at + 2] = encoded(steps, br![r]! + bg![g]! + bb![b]!);
  }
}

/** For pictures of 16 bits, which must be converted before they are rounded: a curve can make 13 levels of one. */
export function deepConverter(space: RgbSpace): DeepConverter {
  const [rr, rg, rb, gr, gg, gb, br, bg, bb] = toSrgb(space).map((factor) => factor * STEPS);
  const [red, green, blue] = space.curves.map((curve) => tableOf(curve, 65536));
  const steps = tableOfSteps();
  return (r, g, b, rgba, to) => {
    const [x, y, z] = [red![r]!, green![g]!, blue![b]!];
    rgba[to] = encoded(steps, rr! * x + rg! * y + rb! * z);
    rgba[to + 1] = encoded(steps, gr! * x + gg! * y + gb! * z);
    rgba[to + 2] = encoded(steps, br! * x + bg! * y + bb! * z);
  };
}

function encoded(steps: Uint8Array, light: number): number {
  return steps[light <= 0 ? 0 : light >= STEPS ? STEPS : (light + 0.5) | 0]!;
}

function toSrgb({ toXyz }: RgbSpace): Matrix {
  return times(XYZ_TO_SRGB, toXyz);
}

function tableOf(curve: Curve, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => curve(i / (size - 1)));
}

function tablesOf(space: RgbSpace): Tables {
  const curves = space.curves.map((curve) => tableOf(curve, 256));
  return toSrgb(space).map((factor, i) => curves[i % 3]!.map((linear) => STEPS * factor * linear));
}

/**
 * Whether colors differ from those of sRGB by no more than a level, as with most profiles: then samples are best left
 * alone. Looks at all grays and at a grid of colors.
 */
export function isNearlySrgb(space: RgbSpace): boolean {
  const tables = tablesOf(space);
  const steps = tableOfSteps();
  const isNear = (...color: [number, number, number]): boolean =>
    color.every((value, channel) => {
      const [r, g, b] = [tables[3 * channel]!, tables[3 * channel + 1]!, tables[3 * channel + 2]!];
      return Math.abs(encoded(steps, r[color[0]]! + g[color[1]]! + b[color[2]]!) - value) <= 1;
    });
  for (let gray = 0; gray < 256; gray++) if (!isNear(gray, gray, gray)) return false;
  for (let i = 0; i < 6 ** 3; i++) {
    if (!isNear(51 * (i % 6), 51 * (Math.floor(i / 6) % 6), 51 * Math.floor(i / 36))) return false;
  }
  return true;
}
