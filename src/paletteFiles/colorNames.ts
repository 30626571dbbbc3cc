/**
 * What a color is called: the nearest of some 5,000 named ones (color-name-list, the best of it), by distance in
 * OKLab. The names are sorted by lightness, so that a look-up stops where lightness alone is farther away than the best
 * one: about 2 µs. The table is made when the first name is asked for (about 5 ms).
 */
import { colornames } from 'color-name-list/bestof';
import { colorOfHex } from '../engine/hexColor';
import { rgbToOklab } from '../engine/oklab';

interface NameTable {
  names: string[];
  /** OKLab, 3 numbers a name, ascending by lightness. */
  lab: Float64Array;
}

let table: NameTable | undefined;
const known = new Map<string, string>();
/** So many are remembered: a slider that goes on moving brings ever new colors. */
const KNOWN_MAX = 8192;

/** `hex`: `#rrggbb` or `#rrggbbaa`, of which the transparency does not count. */
export function nearestColorName(hex: string): string {
  const rgb = hex.slice(0, 7);
  const name = known.get(rgb) ?? findNearest(rgb);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(rgb, name);
  return name;
}

function findNearest(hex: string): string {
  const { names, lab } = (table ??= makeTable());
  const [L = 0, a = 0, b = 0] = labOf(hex);
  const start = firstNotDarker(lab, L);
  let best = -1;
  let least = Infinity;
  const consider = (name: number) => {
    const squared = (lab[3 * name]! - L) ** 2 + (lab[3 * name + 1]! - a) ** 2 + (lab[3 * name + 2]! - b) ** 2;
    if (squared < least) {
      least = squared;
      best = name;
    }
  };
  for (let name = start; name < names.length && (lab[3 * name]! - L) ** 2 < least; name++) consider(name);
  for (let name = start - 1; name >= 0 && (lab[3 * name]! - L) ** 2 < least; name--) consider(name);
  return names[best]!;
}

function firstNotDarker(lab: Float64Array, lightness: number): number {
  let from = 0;
  let to = lab.length / 3;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lab[3 * middle]! < lightness) from = middle + 1;
    else to = middle;
  }
  return from;
}

function makeTable(): NameTable {
  const colors = Array.from(colornames, ({ name, hex }) => ({ name, lab: labOf(hex) }));
  colors.sort((x, y) => x.lab[0]! - y.lab[0]!);
  const lab = new Float64Array(3 * colors.length);
  colors.forEach((color, i) => lab.set(color.lab, 3 * i));
  return { names: colors.map(({ name }) => name), lab };
}

function labOf(hex: string): Float64Array {
  const [r, g, b] = colorOfHex(hex);
  const lab = new Float64Array(3);
  rgbToOklab(r, g, b, lab);
  return lab;
}
