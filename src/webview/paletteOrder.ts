import type { PaletteMessagePart } from '../shared/messages';
import { colorHex, colorLightness, colorSector, type ShownColor } from './colorText';

/** Up to this many colors are a list with hex and share; more are a grid. */
export const LIST_MAX = 16;
/** A grid shows no more swatches than this; the rarest are left out. */
export const GRID_MAX = 256;

export interface ShownPalette {
  layout: 'list' | 'grid';
  colors: ShownColor[];
  /** Colors of the palette that are not shown. */
  leftOut: number;
}

/**
 * The palette in the order a person reads it: a list by share, most used first; a grid by kind of
 * color, grays first, then around the color wheel, each from dark to light. That stays calm while the slider moves,
 * where the shares of 256 colors all round to the same number.
 */
export function shownPalette(palette: PaletteMessagePart): ShownPalette {
  const colors = palette.shares.map((share, index) => ({
    hex: colorHex(palette.rgba, index),
    share,
    sector: colorSector(palette.rgba, index),
    lightness: colorLightness(palette.rgba, index),
  }));
  colors.sort((a, b) => b.share - a.share);
  const shown = colors.slice(0, GRID_MAX);
  const layout = colors.length <= LIST_MAX ? 'list' : 'grid';
  if (layout === 'grid') {
    shown.sort((a, b) => a.sector - b.sector || a.lightness - b.lightness);
  }
  return { layout, colors: shown, leftOut: colors.length - shown.length };
}
