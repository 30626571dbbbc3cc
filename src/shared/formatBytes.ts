import * as l10n from '@vscode/l10n';
import { formatNumber } from './localization';

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** A size in bytes with three significant digits and decimal units, as file managers show it: `84.2 KB`. */
export function formatBytes(byteLength: number): string {
  let amount = byteLength;
  let unit = 0;
  // 999.5 would round to 1000, which the next unit writes as 1.00.
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  const digits = unit === 0 || amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2;
  return `${formatNumber(amount, digits)} ${UNITS[unit]}`;
}

/** The exact size, for tooltips: `84,213 bytes`. */
export function formatExactBytes(byteLength: number): string {
  return byteLength === 1 ? l10n.t('1 byte') : l10n.t('{0} bytes', formatNumber(byteLength));
}
