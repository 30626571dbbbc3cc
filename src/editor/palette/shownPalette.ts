/** The palette of a result as people take it away: in the order they see, with names, shares and locks. */
import { nearestColorName } from '../../paletteFiles/colorNames';
import { hexOf, paletteOfBytes, type NamedPalette, type PaletteColor } from '../../paletteFiles/palette';
import type { ResultMessage, StoredView } from '../../shared/messages';
import { PALETTE_ORDERS, sortEntries, usualOrder, type PaletteOrder } from '../../shared/paletteOrder';

/** A color, and what it was found as: several found colors can be written as one. */
export interface ShownColor extends PaletteColor {
  /** Its place in the file's palette. */
  index: number;
  /** The colors that pixels are mapped to, `#rrggbb` or `#rrggbbaa`. */
  sources: readonly string[];
}

export interface ShownPalette extends NamedPalette {
  colors: readonly ShownColor[];
  /** All colors have names that a person or file gave them, not the nearest of a list. */
  isNamed: boolean;
}

/**
 * @param file The source's name.
 * @param names Names that colors were given, by hex.
 * @param view How a page shows the picture, as far as that is known.
 */
export function shownPalette(
  { palette: { rgba, shares, lookup }, options }: Pick<ResultMessage, 'palette' | 'options'>,
  file: string,
  names: ReadonlyMap<string, string>,
  view?: StoredView,
): ShownPalette {
  const { name, colors } = paletteOfBytes(file.replace(/(?!^)\.[^.]*$/, ''), rgba, shares);
  const sources: string[][] = colors.map(() => []);
  paletteOfBytes('', lookup?.rgba ?? rgba).colors.forEach((found, i) =>
    sources[lookup?.places[i] ?? i]!.push(hexOf(found.rgba)),
  );
  const locked = new Set(options.locked);
  const entries = colors.map((color, index) => {
    const hex = hexOf(color.rgba);
    return {
      ...color,
      hex,
      index,
      share: color.share ?? 0,
      sources: sources[index]!,
      name: names.get(hex) ?? (color.rgba[3] === 0 ? 'Transparent' : nearestColorName(hex)),
      isLocked: sources[index]!.some((source) => locked.has(source)),
    };
  });
  return {
    name,
    colors: sortEntries(entries, orderOf(view, colors.length)).map(({ hex: _, ...color }) => color),
    isNamed: entries.every(({ hex }) => names.has(hex)),
  };
}

function orderOf(view: StoredView | undefined, colors: number): PaletteOrder {
  return PALETTE_ORDERS.find((order) => order === view?.['paletteOrder']) ?? usualOrder(colors);
}
