/** All palette formats. Another one is a file beside this one and a line here. */
import { adobeColor } from './adobeColor';
import { adobeColorTable } from './adobeColorTable';
import { adobeSwatchExchange } from './adobeSwatchExchange';
import { csv } from './csv';
import { cssVariables } from './cssVariables';
import { designTokens } from './designTokens';
import type { PaletteFormat, WritingFormat } from './format';
import { gimpPalette } from './gimpPalette';
import { hexList } from './hexList';
import { jascPalette } from './jascPalette';
import { lessVariables } from './lessVariables';
import { paintNet } from './paintNet';
import { plainJson } from './plainJson';
import { pngStrip, pngStrip32, pngStrip8 } from './pngStrip';
import { procreateSwatches } from './procreateSwatches';
import { riffPalette } from './riffPalette';
import { scssMap } from './scssMap';
import { sketchPalette } from './sketchPalette';
import { styleSheet } from './styleSheet';
import { swatchSheet } from './swatchSheet';
import { tailwindConfig } from './tailwindConfig';
import { tailwindTheme } from './tailwindTheme';

/**
 * In the order in which a menu shows them. A file is read by the first that recognizes it, so those with a magic number
 * or a form of their own come before those that read nearly anything.
 */
export const PALETTE_FORMATS: readonly PaletteFormat[] = [
  cssVariables,
  scssMap,
  lessVariables,
  tailwindTheme,
  tailwindConfig,
  designTokens,
  sketchPalette,
  plainJson,
  csv,
  gimpPalette,
  jascPalette,
  riffPalette,
  adobeSwatchExchange,
  pngStrip,
  pngStrip8,
  pngStrip32,
  procreateSwatches,
  adobeColor,
  adobeColorTable,
  paintNet,
  hexList,
  swatchSheet,
  styleSheet,
];

export const WRITING_FORMATS: readonly WritingFormat[] = PALETTE_FORMATS.filter(
  (format): format is WritingFormat => format.write !== undefined,
);

export function formatOfId(id: string): PaletteFormat | undefined {
  return PALETTE_FORMATS.find((format) => format.id === id);
}

/** The first format that writes files with this name's extension. */
export function formatOfFileName(name: string): PaletteFormat | undefined {
  const lower = name.toLowerCase();
  const writes = PALETTE_FORMATS.filter(({ write }) => write !== undefined);
  // `.tokens.json` before `.json`.
  const longest = (format: PaletteFormat) =>
    Math.max(
      0,
      ...format.extensions.filter((each) => lower.endsWith(`.${each}`)).map(({ length }) => length),
    );
  const best = Math.max(...writes.map(longest));
  return best === 0 ? undefined : writes.find((format) => longest(format) === best);
}
