/** What the colors of an exported palette are called: the settings, for one format. */
import { NAME_PATTERNS, type Naming } from '../../paletteFiles/naming';
import type { ExportFormat } from './exportFormats';

/** The setting `tessera.palette.naming`: a word, or a pattern. */
export const AUTOMATIC = 'automatic';
const KEYS = /\$\{(index|rank|name|role|hex)\}/;

export function isNaming(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    (value === AUTOMATIC || Object.hasOwn(NAME_PATTERNS, value) || KEYS.test(value))
  );
}

/**
 * Automatically, code has names like `--brand-1`, unless all colors were given names of their own, and formats that hold
 * any text have the colors' names.
 */
export function namingOf(
  format: ExportFormat,
  settings: { prefix: string; naming: string },
  isNamed: boolean,
): Naming {
  const { prefix, naming } = settings;
  if (naming !== AUTOMATIC) {
    return { prefix, pattern: patternOf(naming) ?? naming };
  }
  const isIdentifier = 'write' in format && format.holds.names === 'identifier';
  return isIdentifier && !isNamed ? { prefix, pattern: NAME_PATTERNS.index } : { prefix };
}

function patternOf(word: string): string | undefined {
  return Object.entries(NAME_PATTERNS).find(([style]) => style === word)?.[1];
}
