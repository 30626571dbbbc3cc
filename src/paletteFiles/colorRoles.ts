/**
 * Names that say what a color is: `blue-600` is a hue and a step from light (50) to dark (950), as design systems
 * number them. Hue, chroma and lightness are OKLCH's.
 */
import { rgbToOklab } from '../engine/oklab';
import { CSS_COLOR_NAMES } from './cssColor';
import type { Rgba } from './palette';

/** Families by the hue angle, in degrees, at which each begins, from the last one on. */
const FAMILIES: readonly [from: number, name: string][] = [
  [325, 'pink'],
  [282, 'purple'],
  [236, 'blue'],
  [205, 'cyan'],
  [168, 'teal'],
  [118, 'green'],
  [80, 'yellow'],
  [42, 'orange'],
  [12, 'red'],
  [0, 'pink'],
];
/** OKLCH chroma below which a color is a gray. */
const GRAY = 0.03;
const STEPS = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950];
/** OKLCH lightness of the steps' two ends. */
const LIGHTEST = 0.97;
const DARKEST = 0.24;

/** L 0–1, chroma from 0 to about 0.4, hue in degrees, 0–360. */
export function oklchOf([r, g, b]: Rgba): [L: number, C: number, h: number] {
  const lab = new Float64Array(3);
  rgbToOklab(r, g, b, lab);
  const chroma = Math.hypot(lab[1]!, lab[2]!);
  const hue = (Math.atan2(lab[2]!, lab[1]!) * 180) / Math.PI;
  return [lab[0]!, chroma, (hue + 360) % 360];
}

/** `blue-600`, `gray-100`, `black`, `white` or `transparent`. Different colors may have the same. */
export function roleOf(rgba: Rgba): string {
  if (rgba[3] === 0) return 'transparent';
  const [L, C, h] = oklchOf(rgba);
  if (C < GRAY && L < 0.12) return 'black';
  if (C < GRAY && L > 0.985) return 'white';
  const family = C < GRAY ? 'gray' : FAMILIES.find(([from]) => h >= from)![1];
  const place = Math.round(((LIGHTEST - L) / (LIGHTEST - DARKEST)) * (STEPS.length - 1));
  return `${family}-${STEPS[Math.min(STEPS.length - 1, Math.max(0, place))]}`;
}

/** The nearest of CSS's 148 named colors, by distance in OKLab. */
export function cssNameOf(rgba: Rgba): string {
  if (rgba[3] === 0) return 'transparent';
  const own = labOf(rgba);
  let nearest = '';
  let least = Infinity;
  for (const [name, rgb] of CSS_COLOR_NAMES) {
    const other = labOf([rgb >> 16, (rgb >> 8) & 255, rgb & 255, 255]);
    const distance = Math.hypot(own[0]! - other[0]!, own[1]! - other[1]!, own[2]! - other[2]!);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
}

function labOf([r, g, b]: Rgba): Float64Array {
  const lab = new Float64Array(3);
  rgbToOklab(r, g, b, lab);
  return lab;
}
