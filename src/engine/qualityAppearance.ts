/**
 * What a color with transparency looks like: composited over black and over white (sRGB bytes, straight alpha,
 * as browsers do), in sRGB and as OKLab. Where it matters, a figure is the mean of what it is over either.
 */
import { rgbToOklab } from './oklab';

/** Numbers in an appearance: sRGB over black, sRGB over white, OKLab over black, OKLab over white. */
export const APPEARANCE = 12;
/** Where the OKLab over black begins. */
export const LAB_OVER_BLACK = 6;

const lab = new Float64Array(3);

/** Writes the color's appearance to `out[at .. at + 11]`. All fully transparent colors look the same. */
export function writeAppearance(
  r: number,
  g: number,
  b: number,
  alpha: number,
  out: Float64Array,
  at: number,
): void {
  const opacity = alpha / 255;
  for (let side = 0; side < 2; side++) {
    const behind = side * (255 - alpha);
    const rgbAt = at + 3 * side;
    out[rgbAt] = r * opacity + behind;
    out[rgbAt + 1] = g * opacity + behind;
    out[rgbAt + 2] = b * opacity + behind;
    rgbToOklab(out[rgbAt], out[rgbAt + 1]!, out[rgbAt + 2]!, lab);
    out.set(lab, at + LAB_OVER_BLACK + 3 * side);
  }
}

/** The appearances of all colors of a palette (RGBA), `APPEARANCE` numbers each. */
export function appearancesOf(palette: Uint8Array): Float64Array {
  const appearances = new Float64Array((APPEARANCE * palette.length) / 4);
  for (let at = 0; at < palette.length; at += 4) {
    const [r, g, b, a] = [palette[at]!, palette[at + 1]!, palette[at + 2]!, palette[at + 3]!];
    writeAppearance(r, g, b, a, appearances, (APPEARANCE * at) / 4);
  }
  return appearances;
}
