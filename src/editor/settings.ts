/** Tessera's settings, typed and within their bounds: whatever stands in a settings file. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../engine/options';
import { DEFAULT_PREFIX } from '../paletteFiles/naming';
import { optionFields } from '../shared/options';
import { AUTOMATIC, isNaming } from './palette/namingOf';

export interface Settings {
  'defaults.k': number;
  'defaults.space': ReduceOptions['space'];
  'defaults.dither': ReduceOptions['dither'];
  'defaults.ditherStrength': number;
  'defaults.keepRare': number;
  'save.fileName': string;
  'save.optimize': 'fast' | 'small';
  'palette.prefix': string;
  /** `automatic`, a word of `NAME_PATTERNS`, or a pattern. */
  'palette.naming': string;
  'limits.maxMegapixels': number;
}

/** Characters. */
const MAX_PREFIX = 40;

interface Check<T> {
  fallback: T;
  isValid(value: unknown): boolean;
}

/** An option's default is checked like the option itself. */
function optionCheck<Name extends keyof typeof optionFields.entries>(name: Name): Check<ReduceOptions[Name]> {
  return {
    fallback: DEFAULT_OPTIONS[name],
    isValid: (value) => v.safeParse(optionFields.entries[name], value).success,
  };
}

const CHECKS: { [Name in keyof Settings]: Check<Settings[Name]> } = {
  'defaults.k': optionCheck('k'),
  'defaults.space': optionCheck('space'),
  'defaults.dither': optionCheck('dither'),
  'defaults.ditherStrength': optionCheck('ditherStrength'),
  'defaults.keepRare': optionCheck('keepRare'),
  'save.fileName': {
    fallback: '${name}.k${k}.png',
    isValid: (value) => typeof value === 'string' && value.trim() !== '',
  },
  'save.optimize': {
    fallback: 'small',
    isValid: (value) => value === 'fast' || value === 'small',
  },
  'palette.prefix': {
    fallback: DEFAULT_PREFIX,
    isValid: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= MAX_PREFIX,
  },
  'palette.naming': { fallback: AUTOMATIC, isValid: isNaming },
  'limits.maxMegapixels': {
    fallback: 100,
    isValid: (value) => typeof value === 'number' && value >= 1 && value <= 500,
  },
};

/** The setting for a file, or its default where the value is of the wrong type or out of range. */
export function setting<Name extends keyof Settings>(name: Name, scope?: vscode.Uri): Settings[Name] {
  const value = vscode.workspace.getConfiguration('tessera', scope).get<Settings[Name]>(name);
  const { fallback, isValid } = CHECKS[name];
  return value !== undefined && isValid(value) ? value : fallback;
}

/** Texts that the person wrote may tell of the person's work; of them a report says only whether there is one. */
const WRITTEN: readonly (keyof Settings)[] = ['save.fileName', 'palette.prefix', 'palette.naming'];

/** All settings as a bug report may show them. */
export function reportedSettings(scope?: vscode.Uri): Record<string, unknown> {
  const names = Object.keys(CHECKS) as (keyof Settings)[];
  return Object.fromEntries(
    names.map((name) => {
      const value = setting(name, scope);
      const isDefault = value === CHECKS[name].fallback;
      return [name, WRITTEN.includes(name) ? (isDefault ? 'default' : 'changed') : value];
    }),
  );
}

/** The options of an image that is opened for the first time. */
export function defaultOptions(scope: vscode.Uri): ReduceOptions {
  return {
    ...DEFAULT_OPTIONS,
    k: setting('defaults.k', scope),
    space: setting('defaults.space', scope),
    dither: setting('defaults.dither', scope),
    ditherStrength: setting('defaults.ditherStrength', scope),
    keepRare: setting('defaults.keepRare', scope),
  };
}
