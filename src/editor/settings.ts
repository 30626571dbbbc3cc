/** Tessera's settings, typed and within their bounds: whatever stands in a settings file. */
import * as vscode from 'vscode';

export interface Settings {
  'save.fileName': string;
  'save.optimize': 'fast' | 'small';
  'limits.maxMegapixels': number;
}

const CHECKS: { [Name in keyof Settings]: { fallback: Settings[Name]; isValid(value: unknown): boolean } } = {
  'save.fileName': {
    fallback: '${name}.k${k}.png',
    isValid: (value) => typeof value === 'string' && value.trim() !== '',
  },
  'save.optimize': {
    fallback: 'small',
    isValid: (value) => value === 'fast' || value === 'small',
  },
  'limits.maxMegapixels': {
    fallback: 100,
    isValid: (value) => typeof value === 'number' && value >= 1 && value <= 500,
  },
};

/** The setting for a file, or its default where the value is of the wrong type or out of range. */
export function setting<Name extends keyof Settings>(name: Name, scope: vscode.Uri): Settings[Name] {
  const value = vscode.workspace.getConfiguration('tessera', scope).get<Settings[Name]>(name);
  const { fallback, isValid } = CHECKS[name];
  return value !== undefined && isValid(value) ? value : fallback;
}
