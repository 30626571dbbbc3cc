/**
 * JSON with all that is known of each color; written in this form:
 *
 *     { "name": "Hats", "colors": [{ "hex": "#3a7bd5", "rgb": [58, 123, 213], "oklch": [0.5911, 0.1466, 257.14],
 *       "alpha": 0.502, "name": "Sky", "share": 0.0312, "locked": true }] }
 *
 * `alpha` is left out of opaque colors, and what is not known of a color. `hex` alone is read back, as it is exact.
 *
 * Read besides: any JSON in which colors stand as CSS writes them; the keys on the way to a color name it.
 */
import { ColorList } from './colorList';
import { oklchOf } from './colorRoles';
import { parseCssColor } from './cssColor';
import type { WritingFormat } from './format';
import { jsonText } from './jsonText';
import { cleanName } from './names';
import { labelsOf } from './naming';
import { hexOf, type PaletteColor } from './palette';
import { isObject } from './parseJson';

export const plainJson: WritingFormat = {
  id: 'json',
  label: 'JSON',
  extensions: ['json'],
  holds: { alpha: 'full', names: 'text' },
  languages: ['json', 'jsonc'],
  write(palette, naming) {
    const names = labelsOf(palette, naming);
    const colors = palette.colors.map((color, i) => entryOf(color, names[i]));
    return jsonText({ name: cleanName(palette.name) ?? '', colors });
  },
  recognizes: ({ json }) => json !== undefined && hasColor(json),
  read(file) {
    const list = new ColorList(file);
    const { json } = file;
    if (isObject(json) && Array.isArray(json.colors)) {
      if (typeof json.name === 'string') list.setName(json.name);
      for (const entry of json.colors as unknown[]) addEntry(list, entry);
    } else {
      for (const { color, keys } of colorsIn(json, [])) list.add(color, keys.join(' ') || undefined);
    }
    return list.palette();
  },
};

/** How a color stands in files of ours. */
export function entryOf({ rgba, share, isLocked }: PaletteColor, name: string | undefined): object {
  const [r, g, b, a] = rgba;
  const [L, C, h] = oklchOf(rgba);
  return {
    hex: hexOf(rgba),
    rgb: [r, g, b],
    ...(a === 255 ? {} : { alpha: rounded(a / 255, 3) }),
    oklch: [rounded(L, 4), rounded(C, 4), rounded(h, 2)],
    ...(name === undefined ? {} : { name }),
    ...(share === undefined ? {} : { share: rounded(share, 6) }),
    ...(isLocked ? { locked: true } : {}),
  };
}

/** A color as `entryOf` writes it, or a text such as `#3a7bd5`; anything else is passed over. */
export function addEntry(list: ColorList, entry: unknown): void {
  if (typeof entry === 'string') return addEntry(list, { hex: entry });
  if (!isObject(entry)) return;
  const written = [entry.hex, entry.value, entry.color].find((each) => typeof each === 'string');
  const rgba = written === undefined ? undefined : parseCssColor(written);
  if (!rgba) return;
  const { name, share, locked } = entry;
  list.add(rgba, typeof name === 'string' ? name : undefined, {
    ...(typeof share === 'number' && share >= 0 && share <= 1 ? { share } : {}),
    ...(locked === true ? { isLocked: true } : {}),
  });
}

function* colorsIn(
  value: unknown,
  keys: readonly string[],
): Generator<{ color: NonNullable<ReturnType<typeof parseCssColor>>; keys: readonly string[] }> {
  if (typeof value === 'string') {
    const color = parseCssColor(value);
    if (color) yield { color, keys };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* colorsIn(inner, [...keys, key]);
  }
}

function hasColor(json: unknown): boolean {
  return !colorsIn(json, []).next().done;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
