/** What the colors are called in a file: by a pattern, or by the names they have. */
import { cssNameOf, oklchOf, roleOf } from './colorRoles';
import { cleanName } from './names';
import { hexOf, type NamedPalette } from './palette';

export interface Naming {
  /** The beginning of names that are made: `--brand-1`. Default `palette`. */
  prefix?: string;
  /**
   * Any text with `${prefix}`, `${index}` (place in the palette, from 1), `${rank}` (place from dark to light, from 1),
   * `${name}` (the color's own name, or else the nearest of CSS's), `${role}` (such as `blue-600`) and `${hex}`.
   * Default: the color's own name where all have one, `${prefix}-${index}` otherwise.
   */
  pattern?: string;
}

export const DEFAULT_PREFIX = 'palette';

/** Patterns with a name of their own. */
export const NAME_PATTERNS = {
  index: '${prefix}-${index}',
  name: '${name}',
  role: '${role}',
  lightness: '${prefix}-${rank}',
} as const;

/**
 * Names for formats that take any text: the pattern's, made unique; without a pattern, the colors' own names as they
 * are, and none where there is none.
 */
export function labelsOf(palette: NamedPalette, naming: Naming): (string | undefined)[] {
  if (naming.pattern === undefined) {
    return palette.colors.map(({ name }) => (name === undefined ? undefined : cleanName(name)));
  }
  return unique(
    filled(palette, naming).map((name, i) => cleanName(name) ?? `${DEFAULT_PREFIX} ${i + 1}`),
    ' ',
  );
}

/**
 * Names for languages: lower case letters, digits and single hyphens; one for each color, all different. Letters are
 * those of any script, or, for `ascii`, those of ASCII, with accents taken off; a name of which nothing is left becomes
 * `palette-1`.
 */
export function identifiersOf(
  palette: NamedPalette,
  naming: Naming,
  alphabet: 'unicode' | 'ascii' = 'unicode',
): string[] {
  const prefix = prefixOf(naming, alphabet);
  const names = filled(palette, { ...naming, prefix });
  return unique(
    names.map((name, i) => identifier(name, alphabet) || `${prefix}-${i + 1}`),
    '-',
  );
}

/** The prefix as an identifier that begins with a letter, for what groups the colors: a map, an object, a namespace. */
export function prefixOf({ prefix = '' }: Naming, alphabet: 'unicode' | 'ascii' = 'unicode'): string {
  const word = identifier(prefix, alphabet);
  return /^(\d|$)/.test(word) ? [DEFAULT_PREFIX, word].join('-').replace(/-$/, '') : word;
}

/** The identifiers without the prefix that their group has already: `brand` holds `1`, not `brand-1`. */
export function keysOf(
  palette: NamedPalette,
  naming: Naming,
  alphabet: 'unicode' | 'ascii' = 'unicode',
): string[] {
  const prefix = `${prefixOf(naming, alphabet)}-`;
  const names = identifiersOf(palette, naming, alphabet);
  return names.every((name) => name.startsWith(prefix))
    ? names.map((name) => name.slice(prefix.length))
    : names;
}

function filled(palette: NamedPalette, { prefix = DEFAULT_PREFIX, pattern }: Naming): string[] {
  const { colors } = palette;
  const allNamed = colors.every(({ name }) => name !== undefined && cleanName(name) !== undefined);
  const wanted = pattern ?? (allNamed ? NAME_PATTERNS.name : NAME_PATTERNS.index);
  const ranks = wanted.includes('${rank}') ? ranksOf(palette) : [];
  return colors.map(({ rgba, name }, i) =>
    wanted.replace(/\$\{(prefix|index|rank|name|role|hex)\}/g, (_, key: string) => {
      switch (key) {
        case 'prefix':
          return prefix;
        case 'index':
          return String(i + 1);
        case 'rank':
          return String(ranks[i]);
        case 'role':
          return roleOf(rgba);
        case 'hex':
          return hexOf(rgba).slice(1);
        default:
          return (name === undefined ? undefined : cleanName(name)) ?? cssNameOf(rgba);
      }
    }),
  );
}

/** For each color its place from dark to light, from 1; transparent before opaque. */
function ranksOf({ colors }: NamedPalette): number[] {
  const keys = colors.map(({ rgba }) => (rgba[3] === 0 ? -1 : oklchOf(rgba)[0]));
  const order = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
  const ranks: number[] = [];
  order.forEach((color, place) => (ranks[color] = place + 1));
  return ranks;
}

/** Letters that are no accented ones, as people type them without. */
const ASCII_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Letters that are not of those that CSS has in identifiers (CSS Syntax Module Level 3, “ident code point”). */
const NOT_CSS =
  /[^-a-z0-9\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]+/gu;

/** Code points; longer identifiers are cut. */
const MAX_LENGTH = 80;

/** All objects of JavaScript have it, so programs overlook a key of that name. */
const INHERITED = 'constructor';

function identifier(text: string, alphabet: 'unicode' | 'ascii'): string {
  const clean = cleanName(text) ?? '';
  const words =
    alphabet === 'unicode'
      ? clean
          .normalize('NFKC')
          .toLowerCase()
          .replace(/['’]/g, '')
          .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
          .replace(NOT_CSS, '-')
      : clean
          .normalize('NFKD')
          .toLowerCase()
          .replace(/[ßæœøłđðþ]/g, (letter) => ASCII_LETTERS[letter]!)
          .replace(/['’\p{M}]/gu, '')
          .replace(/[^a-z0-9]+/g, '-');
  const trimmed = words.replace(/-+/g, '-').replace(/^-|-$/g, '');
  const short = [...trimmed].slice(0, MAX_LENGTH).join('').replace(/-$/, '');
  return short === INHERITED ? `${short}-1` : short;
}

/** The second of the same name gets ` 2`, and so on. */
export function unique(names: readonly string[], separator: string): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let number = next.get(name) ?? 2;
    while (taken.has(`${name}${separator}${number}`)) number++;
    next.set(name, number + 1);
    const free = `${name}${separator}${number}`;
    taken.add(free);
    seen.add(free);
    return free;
  });
}
