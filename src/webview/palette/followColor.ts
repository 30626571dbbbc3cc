/**
 * The same color in another palette. While a picture is refined its colors move a little; what a person chose, edits or
 * looks at moves with them.
 */
import { rgbToOklab } from '../../engine/oklab';

/** Colors further apart than this in OKLab are not the same one, moved. */
const FARTHEST = 0.05;

/**
 * @param color RGBA bytes.
 * @param palette RGBA, 4 bytes a color.
 * @returns The place of the color in the palette, or of the nearest one if that is near; else `undefined`.
 */
export function followColor(color: ArrayLike<number>, palette: Uint8Array): number | undefined {
  const from = new Float64Array(3);
  const to = new Float64Array(3);
  rgbToOklab(color[0]!, color[1]!, color[2]!, from);
  let best: number | undefined;
  let least = FARTHEST ** 2;
  for (let at = 0; at < palette.length; at += 4) {
    if (color[3] === 0 || palette[at + 3] === 0) {
      if (color[3] === palette[at + 3]) return at / 4;
      continue;
    }
    rgbToOklab(palette[at]!, palette[at + 1]!, palette[at + 2]!, to);
    const alpha = (color[3]! - palette[at + 3]!) / 255;
    const squared =
      (from[0]! - to[0]!) ** 2 + (from[1]! - to[1]!) ** 2 + (from[2]! - to[2]!) ** 2 + alpha ** 2;
    if (squared < least) {
      least = squared;
      best = at / 4;
    }
  }
  return best;
}
