/**
 * Colors as CSS writes them (CSS Color Module Level 4), read by culori. Only the color spaces that CSS has are
 * registered. Colors outside sRGB are clipped to it, channel by channel.
 */
import {
  colorsNamed,
  converter,
  modeA98,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeProphoto,
  modeRec2020,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
} from 'culori/fn';
import type { Rgba } from './palette';

for (const mode of [modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch, modeLrgb])
  useMode(mode);
for (const mode of [modeP3, modeA98, modeProphoto, modeRec2020, modeXyz50, modeXyz65]) useMode(mode);

const toRgb = converter('rgb');
const NAMED: ReadonlyMap<string, number> = new Map(Object.entries(colorsNamed));

/** The named colors of CSS, each `0xrrggbb`. */
export const CSS_COLOR_NAMES: ReadonlyMap<string, number> = NAMED;

/** Longer ones are not colors. */
const MAX_LENGTH = 120;

/** `#3a7bd5`, `rgb(58 123 213 / 50%)`, `oklch(60% 0.14 255)`, `tomato`, …; `undefined` for anything else. */
export function parseCssColor(text: string): Rgba | undefined {
  if (text.length > MAX_LENGTH || !isWrittenAsColor(text)) return undefined;
  const parsed = parsedByCulori(text);
  if (!parsed) return undefined;
  const { r, g, b, alpha = 1 } = toRgb(parsed);
  return [byteOf(r), byteOf(g), byteOf(b), byteOf(alpha)];
}

/** culori 4.0.2 throws a `TypeError` at units it does not know (`rgb(1 2 3px)`) and at `color(` alone. */
function parsedByCulori(text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** culori would also take `beef` for `#bbeeff`, and all its own color spaces. */
function isWrittenAsColor(text: string): boolean {
  const word = text.toLowerCase();
  return word.startsWith('#') || word.includes('(') || word === 'transparent' || NAMED.has(word);
}

/** 0–1 as 0–255; what is missing counts as 0. */
export function byteOf(share: number | undefined): number {
  return Math.round(255 * Math.min(1, Math.max(0, share || 0)));
}
