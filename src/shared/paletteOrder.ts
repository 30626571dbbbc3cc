/** Orders in which a palette can be read. */
import { colorOfHex } from '../engine/hexColor';
import { rgbToOklab } from '../engine/oklab';

/** What of a palette color its place depends on. */
export interface SortableColor {
  /** Its place in the file's palette. */
  index: number;
  /** `#rrggbb` or `#rrggbbaa`. */
  hex: string;
  /** Share of the picture's pixels, 0–1. */
  share: number;
}

export const PALETTE_ORDERS = ['share', 'hue', 'luminance', 'file'] as const;
export type PaletteOrder = (typeof PALETTE_ORDERS)[number];

/** Up to this many colors are a list with hex, share and name; more are a grid. */
export const LIST_MAX = 16;

/** Colors of so little OKLCH chroma look gray among others. */
const GRAY_CHROMA = 0.03;
/** Hues are taken together in steps of 30°, from red on, and go from dark to light within each. */
const HUE_STEPS = 12;
/** Pure red, at 29° in OKLCH, is in the middle of the first step. */
const FIRST_STEP_DEGREES = 29 - 180 / HUE_STEPS;

/**
 * Until a person chooses: a list by share, most used first; a grid by hue, which stays calm while the slider moves,
 * where the shares of 256 colors all round to the same number.
 */
export function usualOrder(colors: number): PaletteOrder {
  return colors <= LIST_MAX ? 'share' : 'hue';
}

export function sortEntries<Color extends SortableColor>(
  entries: readonly Color[],
  order: PaletteOrder,
): Color[] {
  if (order === 'file') return [...entries].sort((a, b) => a.index - b.index);
  const keys = new Map(entries.map((entry) => [entry, sortKey(entry, order)]));
  return [...entries].sort((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    return x[0] - y[0] || x[1] - y[1] || a.index - b.index;
  });
}

function sortKey({ hex, share }: SortableColor, order: 'share' | 'hue' | 'luminance'): [number, number] {
  if (order === 'share') return [-share, 0];
  const [r, g, b, alpha] = colorOfHex(hex);
  const lab = new Float64Array(3);
  rgbToOklab(r, g, b, lab);
  const [lightness, x, y] = [lab[0]!, lab[1]!, lab[2]!];
  if (order === 'luminance') return [alpha === 0 ? -1 : lightness, 0];
  if (alpha === 0) return [HUE_STEPS + 1, 0];
  if (Math.hypot(x, y) < GRAY_CHROMA) return [HUE_STEPS, lightness];
  const degrees = (Math.atan2(y, x) * 180) / Math.PI - FIRST_STEP_DEGREES;
  return [Math.floor((((degrees + 360) % 360) * HUE_STEPS) / 360), lightness];
}
