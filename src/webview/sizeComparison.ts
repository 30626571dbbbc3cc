/** How the reduced file compares with the original, in words and figures. */
import * as l10n from '@vscode/l10n';
import { formatNumber, formatPercent } from '../shared/localization';

/** `5.2×`, `6×`; from 100 on without decimals. */
export function formatTimes(ratio: number): string {
  const isWhole = ratio >= 99.95 || tenths(ratio) % 10 === 0;
  return `${formatNumber(ratio, isWhole ? 0 : 1)}×`;
}

function tenths(ratio: number): number {
  return Math.round(10 * ratio);
}

export interface SizeComparison {
  /** `5.2× smaller`, `1.3× larger` or `same size`. */
  ratio: string;
  /** `81 % saved`, or `30 % more`. */
  saved: string;
  isSmaller: boolean;
  /** Reduced over original, at most 1: the filled part of a bar. */
  fraction: number;
}

/** Sizes in bytes, both over 0. */
export function compareSizes(originalBytes: number, reducedBytes: number): SizeComparison {
  const share = reducedBytes / originalBytes;
  const isSmaller = share < 1;
  const percent = Math.abs(1 - share) * 100;
  // Rounding must not claim that everything was saved, nor that something tiny was nothing.
  const shownPercent = formatPercent(percent, percent > 99 && isSmaller ? 1 : 0);
  const factor = isSmaller ? 1 / share : share;
  return {
    ratio: ratioText(factor, isSmaller),
    saved: isSmaller ? l10n.t('{0} saved', shownPercent) : l10n.t('{0} more', shownPercent),
    isSmaller,
    fraction: Math.min(1, share),
  };
}

function ratioText(factor: number, isSmaller: boolean): string {
  if (tenths(factor) === 10) return l10n.t('about the same size');
  const times = formatTimes(factor);
  return isSmaller ? l10n.t('{0} smaller', times) : l10n.t('{0} larger', times);
}

/** Bits that tell `colors` colors apart, ⌈log₂ colors⌉, at least 1. */
export function bitsPerPixel(colors: number): number {
  return Math.max(1, Math.ceil(Math.log2(colors)));
}

/** How much smaller raw pixels get as palette indices: 24 bits of RGB against ⌈log₂ colors⌉ bits. */
export function theoreticalRatio(colors: number): number {
  return 24 / bitsPerPixel(colors);
}
