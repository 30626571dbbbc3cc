/**
 * The language in which people are spoken to. The host hears of it from VS Code and hands it on to the worker and to the
 * page; until then, and on the command line, everything is English.
 */
import * as l10n from '@vscode/l10n';

export interface Localization {
  /** Of the texts, as a BCP 47 tag; numbers are written as it does. */
  language: string;
  /** Texts by what they are in English; absent for English itself. */
  bundle?: Record<string, string>;
}

export const ENGLISH: Localization = { language: 'en' };

let language = ENGLISH.language;

/** To be called before anything is said. */
export function applyLocalization(localization: Localization): void {
  language = localization.language;
  l10n.config({ contents: localization.bundle ?? {} });
}

/** A number as people read it: `12,345.6`. `digits`: decimal places, all of them written. */
export function formatNumber(value: number, digits = 0): string {
  return value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `12.4 %`. */
export function formatPercent(percent: number, digits = 0): string {
  return l10n.t('{0} %', formatNumber(percent, digits));
}
