/**
 * Design tokens as the Design Tokens Community Group of the W3C defines them (designtokens.org, Format Module and Color
 * Module, 2025.10). Colors are written in `srgb` with their hex as the fallback; what tokens have no field for stands in
 * `$extensions`. Read besides: groups and types inherited from them, aliases (`{brand.sky}` and JSON pointers), all color
 * spaces, and the older form whose value is a text.
 */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import { parseCssColor } from './cssColor';
import type { WritingFormat } from './format';
import { jsonText } from './jsonText';
import { cleanName } from './names';
import { keysOf, prefixOf, unique } from './naming';
import { hexOf, type NamedPalette, type PaletteColor, type Rgba } from './palette';
import { isObject } from './parseJson';

/** Reverse domain notation, as the specification asks for. */
const VENDOR = 'io.github.tessera-vscode';

export const designTokens: WritingFormat = {
  id: 'tokens',
  get label() {
    return l10n.t('Design tokens (DTCG)');
  },
  extensions: ['tokens.json', 'tokens', 'json'],
  holds: { alpha: 'full', names: 'text' },
  languages: [],
  write(palette, naming) {
    const keys = inObjectOrder(keysOf(palette, naming), prefixOf(naming));
    const tokens = palette.colors.map((color, i) => [keys[i], tokenOf(color)] as const);
    const name = cleanName(palette.name);
    const group = {
      $type: 'color',
      ...(name === undefined ? {} : { $description: withoutBraces(name) }),
      ...(Object.fromEntries(tokens) as Record<string, object>),
    };
    return jsonText({ [prefixOf(naming)]: group });
  },
  recognizes: ({ json }) => isObject(json) && tokensIn(json).next().done !== true,
  read(file) {
    const json = file.json as Record<string, unknown>; // as recognized
    const list = new ColorList(file);
    const tokens = new Map<string, Token>();
    for (const token of tokensIn(json)) tokens.set(token.path.join('.'), token);
    for (const token of tokens.values()) {
      const found = resolved(token, tokens);
      if (found?.type !== 'color') continue;
      const rgba = colorOf(found.value);
      if (!rgba)
        throw file.damaged(l10n.t("the token “{0}” has a color that can't be read", token.path.join('.')));
      list.add(rgba, nameOf(token), extrasOf(token));
    }
    list.setName(descriptionOf(json));
    return list.palette();
  },
};

/**
 * Objects of JavaScript, and so most programs that read JSON, bring keys that are numbers to the front, sorted. Where
 * that would change the order of the colors, they get the prefix.
 */
function inObjectOrder(keys: readonly string[], prefix: string): string[] {
  const order = Object.keys(Object.fromEntries(keys.map((key) => [key, ''])));
  if (order.every((key, i) => key === keys[i])) return [...keys];
  return unique(
    keys.map((key) => (/^\d+$/.test(key) ? `${prefix}-${key}` : key)),
    '-',
  );
}

function tokenOf({ rgba, name, share, isLocked }: PaletteColor): object {
  const [r, g, b, a] = rgba;
  const components = [r, g, b].map((byte) => Number((byte / 255).toFixed(5)));
  const clean = name === undefined ? undefined : cleanName(name);
  const more = {
    ...(clean === undefined ? {} : { name: withoutBraces(clean) }),
    ...(share === undefined ? {} : { share: Number(share.toFixed(6)) }),
    ...(isLocked ? { locked: true } : {}),
  };
  return {
    $value: {
      colorSpace: 'srgb',
      components,
      ...(a === 255 ? {} : { alpha: Number((a / 255).toFixed(5)) }),
      hex: hexOf([r, g, b, 255]),
    },
    ...(Object.keys(more).length === 0 ? {} : { $extensions: { [VENDOR]: more } }),
  };
}

/** Programs take text in braces for an alias, wherever it stands; so braces are written as URLs write them. */
function withoutBraces(text: string): string {
  return text
    .replace(/%(?=25|7B|7D)/g, '%25')
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D');
}

function withBraces(text: string): string {
  return text.replace(/%(25|7B|7D)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

interface Token {
  path: string[];
  type: unknown;
  value: unknown;
  extensions: unknown;
}

/** All tokens, in the order of the file, with the type of the nearest group that gives one. */
function* tokensIn(
  group: Record<string, unknown>,
  path: string[] = [],
  inherited?: unknown,
): Generator<Token, void> {
  const type: unknown = group.$type ?? inherited;
  if ('$value' in group) {
    yield { path, type, value: group.$value, extensions: group.$extensions };
    return;
  }
  for (const [key, inner] of Object.entries(group)) {
    if (!isObject(inner) || (key.startsWith('$') && key !== '$root')) continue;
    yield* tokensIn(inner, key === '$root' ? path : [...path, key], type);
  }
}

/** Longer chains of aliases are circles, or made to be slow. */
const MOST_HOPS = 32;

/** Where the aliases lead; `undefined` when they lead nowhere or in a circle. */
function resolved(token: Token, tokens: ReadonlyMap<string, Token>): Token | undefined {
  let current: Token | undefined = token;
  for (let hop = 0; current && hop < MOST_HOPS; hop++) {
    const target = aliasOf(current.value);
    if (target === undefined) return { ...current, type: current.type ?? typeOf(current.value) };
    current = tokens.get(target);
  }
  return undefined;
}

/** The path that the value refers to, as keys of the map of tokens are; `undefined` when it is no alias. */
function aliasOf(value: unknown): string | undefined {
  if (typeof value === 'string') return /^\{([^{}]+)\}$/.exec(value)?.[1]?.replace(/\.\$root$/, '');
  if (!isObject(value) || typeof value.$ref !== 'string') return undefined;
  const steps = value.$ref
    .replace(/^#\//, '')
    .replace(/\/\$value$/, '')
    .split('/');
  return steps.map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~')).join('.');
}

/** Some files give no types; a color shows by itself. */
function typeOf(value: unknown): string | undefined {
  return colorOf(value) ? 'color' : undefined;
}

function colorOf(value: unknown): Rgba | undefined {
  if (typeof value === 'string') return parseCssColor(value.trim());
  if (!isObject(value)) return undefined;
  const { colorSpace, components, alpha, hex } = value;
  const exact =
    typeof colorSpace === 'string' && isComponents(components) ? cssOf(colorSpace, components, alpha) : '';
  const rgba = parseCssColor(exact);
  if (rgba || typeof hex !== 'string') return rgba;
  const fallback = parseCssColor(hex);
  const opacity = typeof alpha === 'number' ? Math.round(255 * Math.min(1, Math.max(0, alpha))) : 255;
  return fallback && [fallback[0], fallback[1], fallback[2], opacity];
}

type Components = readonly [number | 'none', number | 'none', number | 'none'];

function isComponents(value: unknown): value is Components {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every((each) => typeof each === 'number' || each === 'none')
  );
}

/** The color as CSS writes it. Tokens give percentages as plain numbers. */
function cssOf(space: string, [x, y, z]: Components, alpha: unknown): string {
  const opacity = typeof alpha === 'number' ? ` / ${alpha}` : '';
  const percent = (component: number | 'none') => (component === 'none' ? component : `${component}%`);
  switch (space) {
    case 'hsl':
    case 'hwb':
      return `${space}(${x} ${percent(y)} ${percent(z)}${opacity})`;
    case 'lab':
    case 'lch':
    case 'oklab':
    case 'oklch':
      return `${space}(${x} ${y} ${z}${opacity})`;
    default:
      return `color(${space} ${x} ${y} ${z}${opacity})`;
  }
}

function ownFields({ extensions }: Token): Record<string, unknown> {
  const own = isObject(extensions) ? extensions[VENDOR] : undefined;
  return isObject(own) ? own : {};
}

/** The name it had here, or else the keys on the way to it. */
function nameOf(token: Token): string {
  const { name } = ownFields(token);
  return typeof name === 'string' ? withBraces(name) : token.path.join(' ');
}

function extrasOf(token: Token): Pick<PaletteColor, 'share' | 'isLocked'> {
  const { share, locked } = ownFields(token);
  return {
    ...(typeof share === 'number' && share >= 0 && share <= 1 ? { share } : {}),
    ...(locked === true ? { isLocked: true } : {}),
  };
}

/** Of a file with a single group, as we write it. */
function descriptionOf(json: Record<string, unknown>): NamedPalette['name'] | undefined {
  const groups = Object.entries(json).filter(([key]) => !key.startsWith('$'));
  const only = groups.length === 1 ? groups[0]![1] : json;
  return isObject(only) && typeof only.$description === 'string' ? withBraces(only.$description) : undefined;
}
