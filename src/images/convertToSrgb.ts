/**
 * Pixels of another color space as sRGB: relative to the white, colors outside of sRGB clipped channel by channel, as
 * browsers and lcms do with such profiles. What Tessera writes says nothing of a color space, which means sRGB.
 */
import type { Pixels } from '../engine/pixels';
import { D65, SRGB_PRIMARIES, inverse, linearToSrgb, matrixOf, times, type RgbSpace } from './rgbSpace';

const XYZ_TO_SRGB = inverse(matrixOf(SRGB_PRIMARIES, D65));
/** Steps of linear light from 0 to 1; the first of the 255 levels of sRGB is 20 of them. */
const STEPS = 65535;

const ENCODED = Uint8Array.from({ length: STEPS + 1 }, (_, i) => Math.round(255 * linearToSrgb(i / STEPS)));

/** What each sample value of each channel adds to linear red, green and blue: nine tables of 256, in steps. */
type Tables = readonly Float64Array[];

/**
 * Converts in place; costs about 10 ns a pixel. Pictures whose space differs from sRGB by no more than a level, as most
 * profiles do, are left alone. Alpha is kept.
 */
export function convertToSrgb({ rgba }: Pixels, space: RgbSpace): void {
  const tables = tablesOf(space);
  if (isNearlySrgb(tables)) return;
  const [rr, rg, rb, gr, gg, gb, br, bg, bb] = tables as [
    ...[Float64Array, Float64Array, Float64Array],
    ...[Float64Array, Float64Array, Float64Array],
    ...[Float64Array, Float64Array, Float64Array],
  ];
  for (let at = 0; at < rgba.length; at += 4) {
    const r = rgba[at]!;
    const g = rgba[at + 1]!;
    const b = rgba[at + 2]!;
    rgba[at] = encoded(rr[r]! + rg[g]! + rb[b]!);
    rgba[at + 1] = encoded(gr[r]! + gg[g]! + gb[b]!);
    rgba[at + 2] = encoded(br[r]! + bg[g]! + bb[b]!);
  }
}

function encoded(steps: number): number {
  return ENCODED[steps <= 0 ? 0 : steps >= STEPS ? STEPS : (steps + 0.5) | 0]!;
}

function tablesOf({ toXyz, curves }: RgbSpace): Tables {
  return times(XYZ_TO_SRGB, toXyz).map((factor, i) =>
    curves[i % 3]!.map((linear) => STEPS * factor * linear),
  );
}

/** Looks at all grays and at a grid of colors. */
function isNearlySrgb(tables: Tables): boolean {
  const isNear = (...color: [number, number, number]): boolean =>
    color.every((value, channel) => {
      const [r, g, b] = [tables[3 * channel]!, tables[3 * channel + 1]!, tables[3 * channel + 2]!];
      return Math.abs(encoded(r[color[0]]! + g[color[1]]! + b[color[2]]!) - value) <= 1;
    });
  for (let gray = 0; gray < 256; gray++) if (!isNear(gray, gray, gray)) return false;
  for (let i = 0; i < 6 ** 3; i++) {
    if (!isNear(51 * (i % 6), 51 * (Math.floor(i / 6) % 6), 51 * Math.floor(i / 36))) return false;
  }
  return true;
}
