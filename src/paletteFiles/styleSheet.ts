/**
 * Any text with colors as CSS writes them: custom properties, variables of Sass and Less, Sass maps, Tailwind themes and
 * configurations, plain style sheets, SVG. Read only; one pass over the text.
 *
 * What stands before a color names it when it is a variable or a key (`--sky: #8cf`, `$sky: #8cf`, `'sky': '#8cf'`); a
 * property of CSS (`border-color: #8cf`) does not. The same color under the same name, or without one, counts once.
 */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import { CSS_COLOR_NAMES, parseCssColor } from './cssColor';
import type { PaletteFormat } from './format';
import type { PaletteFile } from './paletteFile';
import { hexOf, MOST_COLORS, type Rgba } from './palette';

/** Comments, to be skipped, and colors. A word is a color only as a whole value. */
const PARTS = new RegExp(
  [
    String.raw`\/\*[^]*?(?:\*\/|$)`,
    String.raw`(?<![:\w"'(])\/\/[^\n]*`,
    String.raw`(?<![\w&]|url\()#[\da-f]{3,8}(?![\w-]|\s{0,9}[{.:>[])`,
    String.raw`(?<![\w-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()"';{}]{1,100}\)`,
    String.raw`(?<=[:=]\s{0,9})(?:transparent|${[...CSS_COLOR_NAMES.keys()].join('|')})(?=\s{0,9}(?:[;,}\n]|!|$))`,
  ].join('|'),
  'gi',
);
/** A name, from the beginning of its statement to where its color begins. */
const NAME = /^\s*(?:(["'])([^"'\n]{1,200})\1|([-$@\w\u0080-\uffff]{1,200}))\s*:\s*["']?$/;
/** Characters before a color in which its name is looked for. */
const REACH = 250;
/** Properties of CSS that take colors; their names say nothing of one. */
const PROPERTY =
  /^-?[a-z-]*(?:color|background|border|outline|fill|stroke|shadow|image|decoration|emphasis|rule|filter|caret|mask)[a-z-]*$/i;

/** Keys of data, which say nothing of a color either. */
const KEY = /^(?:hex|rgba?|value|\$value)$/i;

export const styleSheet: PaletteFormat = {
  id: 'stylesheet',
  get label() {
    return l10n.t('Style sheet');
  },
  extensions: ['css', 'scss', 'sass', 'less', 'styl', 'pcss', 'js', 'cjs', 'mjs', 'ts', 'html', 'svg', 'txt'],
  holds: { alpha: 'full', names: 'text' },
  recognizes: ({ text }) => text !== undefined && !isForeignXml(text) && firstColorIn(text),
  read(file) {
    const list = new ColorList(file);
    const seen = new Set<string>();
    const known = new Map<string, Rgba | undefined>();
    const text = textOf(file);
    const namespace = text.includes('@theme') ? /^color-(?=.)/ : /^$/; // of Tailwind
    for (const { word, before } of colorsIn(text)) {
      const rgba = known.has(word) ? known.get(word) : parseCssColor(word);
      if (known.size < MOST_COLORS) known.set(word, rgba);
      if (!rgba) continue;
      const name = nameBefore(before)?.replace(namespace, '');
      const key = `${hexOf(rgba)} ${name ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      list.add(rgba, name);
    }
    return list.palette();
  },
};

/** XML gives the digits other meanings: transparency first (Android), or CMYK (Scribus). */
function isForeignXml(text: string): boolean {
  return /^\s*<(?!svg|html|!doctype html)/i.test(text) && !/<svg[\s>]|<html[\s>]|draw:color=/i.test(text);
}

function textOf({ text = '' }: PaletteFile): string {
  return text;
}

function firstColorIn(text: string): boolean {
  for (const { word } of colorsIn(text)) if (parseCssColor(word)) return true;
  return false;
}

/** Colors, and what stands before each: a few words at most. */
function* colorsIn(text: string): Generator<{ word: string; before: string }> {
  for (const match of text.matchAll(PARTS)) {
    const [word] = match;
    if (!word.startsWith('/'))
      yield { word, before: text.slice(Math.max(0, match.index - REACH), match.index) };
  }
}

function nameBefore(text: string): string | undefined {
  const start = Math.max(...[';', '{', '}', ',', '(', '\n'].map((end) => text.lastIndexOf(end))) + 1;
  const [, , quoted, plain] = NAME.exec(text.slice(start)) ?? [];
  if (quoted !== undefined || plain === undefined) return quoted;
  const variable = /^(?:--|[$@])(.+)/.exec(plain)?.[1];
  return variable ?? (PROPERTY.test(plain) || KEY.test(plain) ? undefined : plain);
}
