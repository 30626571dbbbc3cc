/** A palette as text for a place in a file that is being written: what suits its language, and what stands there. */
import { cssVariables } from './cssVariables';
import { designTokens } from './designTokens';
import type { WritingFormat } from './format';
import { WRITING_FORMATS } from './formats';
import { hexList } from './hexList';
import { keysOf, NAME_PATTERNS, prefixOf, type Naming } from './naming';
import { hexOf, type NamedPalette } from './palette';
import { plainJson } from './plainJson';
import { swatchSheet } from './swatchSheet';

export interface InsertionPlace {
  /** As VS Code calls it. */
  languageId: string;
  /** Without folder. */
  fileName: string;
  /** What stands before the place. */
  before: string;
}

const SCRIPTS = new Set(['javascript', 'javascriptreact', 'typescript', 'typescriptreact']);
/** Languages in which style sheets stand in an element of their own. */
const MARKUP = new Set(['html', 'vue', 'svelte', 'svg']);
const STYLES = new Set(['css', 'postcss', 'tailwindcss']);

/** Lines end with `\n`, indented by two blanks a step, without a last line's end. */
export function insertionText(place: InsertionPlace, palette: NamedPalette, naming: Naming): string {
  const { languageId, before } = place;
  if (isMarkup(place)) return markupText(before, palette, naming);
  if (STYLES.has(languageId)) return styleText(before, palette, naming);
  if (SCRIPTS.has(languageId)) return scriptText(before, palette, naming);
  const format = insertionFormat(place);
  return format === hexList
    ? palette.colors.map(({ rgba }) => hexOf(rgba)).join('\n')
    : written(format, palette, naming);
}

/** The format that the text is in, or that it has its names as. */
export function insertionFormat(place: InsertionPlace): WritingFormat {
  const { languageId, fileName } = place;
  if (isMarkup(place) || STYLES.has(languageId) || SCRIPTS.has(languageId)) return cssVariables;
  if (languageId === 'json' || languageId === 'jsonc') {
    return /\.tokens(\.json)?$/i.test(fileName) ? designTokens : plainJson;
  }
  const own = WRITING_FORMATS.find(
    ({ id, languages }) => id === languageId || languages?.includes(languageId),
  );
  return own && own !== swatchSheet ? own : hexList;
}

function isMarkup({ languageId, fileName }: InsertionPlace): boolean {
  return MARKUP.has(languageId) || (languageId === 'xml' && /\.svg$/i.test(fileName));
}

/** The text with the indentation of the line it stands in, in the file's own kind of steps. */
export function indented(text: string, indentation: string, step: string): string {
  return text
    .split('\n')
    .map((line, i) => {
      const own = line.replace(/^( {2})+/, (blanks) => step.repeat(blanks.length / 2));
      return i === 0 || own === '' ? own : indentation + own;
    })
    .join('\n');
}

function markupText(before: string, palette: NamedPalette, naming: Naming): string {
  const open = /<(style|script)\b[^>]*>(?![\s\S]*<\/\1)([\s\S]*)$/i.exec(before);
  const inside = open?.[2] ?? '';
  if (open?.[1]?.toLowerCase() === 'script') return scriptText(inside, palette, naming);
  const style = styleText(inside, palette, naming);
  if (open) return style;
  const lines = style.split('\n').map((line) => `  ${line}`);
  return ['<style>', ...lines, '</style>'].join('\n');
}

/** Inside of a rule only the properties. */
function styleText(before: string, palette: NamedPalette, naming: Naming): string {
  const text = written(cssVariables, palette, naming);
  const clean = before.replace(/\/\*[\s\S]*?(\*\/|$)/g, '').replace(/"[^"\n]*"|'[^'\n]*'/g, '');
  const depth = (clean.match(/\{/g)?.length ?? 0) - (clean.match(/\}/g)?.length ?? 0);
  const isInRule = depth > 0 && !/@(layer|media|supports|container)[^{}]*\{[^{}]*$/.test(clean);
  if (!isInRule) return text;
  return text
    .split('\n')
    .filter((line) => line.startsWith('  --'))
    .map((line) => line.trim())
    .join('\n');
}

/** A list of colors, or an object where they have names; at the beginning of a line, as a constant. */
function scriptText(before: string, palette: NamedPalette, naming: Naming): string {
  const isList = naming.pattern === NAME_PATTERNS.index;
  const keys = isList ? [] : keysOf(palette, naming, 'ascii');
  const lines = palette.colors.map(({ rgba }, i) =>
    isList ? `  '${hexOf(rgba)}',` : `  '${keys[i]}': '${hexOf(rgba)}',`,
  );
  const value = [isList ? '[' : '{', ...lines, isList ? ']' : '}'].join('\n');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^\s*$/.test(line) ? `const ${variableName(naming)} = ${value};` : value;
}

function variableName(naming: Naming): string {
  return prefixOf(naming, 'ascii').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function written({ write }: WritingFormat, palette: NamedPalette, naming: Naming): string {
  const text = write(palette, naming);
  return typeof text === 'string' ? text.trimEnd() : '';
}
