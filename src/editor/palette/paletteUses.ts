/**
 * What can be done with a palette that was brought along, as options: all its colors and no others, its colors and more,
 * or the picture as it is with its colors exchanged (a palette swap, as games have it).
 */
import { colorOfHex } from '../../engine/hexColor';
import { rgbToOklab } from '../../engine/oklab';
import { K_MIN, type ReduceOptions } from '../../engine/options';

export const PALETTE_USES = ['exact', 'prefer', 'order', 'luminance', 'nearest'] as const;
export type PaletteUse = (typeof PALETTE_USES)[number];

/**
 * The options after each use that makes sense.
 *
 * @param found The colors that pixels are mapped to now, `#rrggbb` or `#rrggbbaa`, all different, in the order shown;
 *   `undefined` when it is not known.
 * @param wanted The palette brought along, in its order; colors may come twice.
 */
export function paletteUses(
  options: ReduceOptions,
  found: readonly string[] | undefined,
  wanted: readonly string[],
): Partial<Record<PaletteUse, ReduceOptions>> {
  const colors = wanted.map(normalHex);
  const different = [...new Set(colors)];
  const preferred = [...new Set([...options.locked.map(normalHex), ...different])];
  const uses: Partial<Record<PaletteUse, ReduceOptions>> = {};
  if (different.length >= K_MIN) {
    uses.exact = { ...options, k: different.length, locked: different, recolored: [] };
  }
  if (options.k > different.length) {
    uses.prefer = { ...options, k: Math.max(options.k, preferred.length), locked: preferred };
  }
  if (found && found.length >= K_MIN && found.length === colors.length) {
    for (const use of ['order', 'luminance', 'nearest'] as const) {
      uses[use] = { ...options, k: found.length, locked: found, recolored: recolorings(found, colors, use) };
    }
  }
  return uses;
}

function recolorings(
  found: readonly string[],
  colors: readonly string[],
  how: 'order' | 'luminance' | 'nearest',
): ReduceOptions['recolored'] {
  const targets = pairing(found, colors, how);
  return found.flatMap((from, i) => (targets[i] === from ? [] : [{ from, to: targets[i]! }]));
}

/** For each found color the one that takes its place; each of `colors` is taken once. */
function pairing(
  found: readonly string[],
  colors: readonly string[],
  how: 'order' | 'luminance' | 'nearest',
): string[] {
  switch (how) {
    case 'order':
      return [...colors];
    case 'luminance': {
      const sorted = byLuminance(colors);
      const targets: string[] = [];
      byLuminance(found).forEach((place, rank) => (targets[place] = colors[sorted[rank]!]!));
      return targets;
    }
    case 'nearest':
      return nearestPairs(found, colors);
  }
}

/** Places from dark to light; what is transparent comes first. */
function byLuminance(colors: readonly string[]): number[] {
  const points = colors.map(pointOf);
  const key = ([lightness, , , alpha]: Point) => (alpha === 0 ? -1 : lightness);
  return [...points.keys()].sort((a, b) => key(points[a]!) - key(points[b]!) || a - b);
}

/** The nearest pairs first, until all are taken: O(n² log n), half a second for the most colors that a PNG's palette holds. */
function nearestPairs(found: readonly string[], colors: readonly string[]): string[] {
  const [from, to] = [found.map(pointOf), colors.map(pointOf)];
  const targets = new Array<string | undefined>(found.length).fill(undefined);
  const isTaken = new Array<boolean>(colors.length).fill(false);
  const n = colors.length;
  const distances = new Float64Array(n * n);
  from.forEach((a, i) => to.forEach((b, j) => (distances[n * i + j] = squared(a, b))));
  const pairs = Uint32Array.from(distances.keys()).sort((a, b) => distances[a]! - distances[b]! || a - b);
  for (const pair of pairs) {
    const [i, j] = [Math.floor(pair / n), pair % n];
    if (targets[i] !== undefined || isTaken[j]) continue;
    targets[i] = colors[j]!;
    isTaken[j] = true;
  }
  return targets.map((target, i) => target ?? found[i]!);
}

/** OKLab and alpha, 0–1. */
type Point = readonly [L: number, a: number, b: number, alpha: number];

function pointOf(hex: string): Point {
  const [r, g, b, alpha] = colorOfHex(hex);
  const lab = new Float64Array(3);
  rgbToOklab(r, g, b, lab);
  return [lab[0]!, lab[1]!, lab[2]!, alpha / 255];
}

function squared(a: Point, b: Point): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
}

/** All fully transparent colors are one. */
function normalHex(hex: string): string {
  return hex.length === 9 && hex.endsWith('00') ? '#00000000' : hex;
}
