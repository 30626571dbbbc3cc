/** What is measured of plain k-means, in the units that the page uses elsewhere. */
import * as l10n from '@vscode/l10n';
import type { Space } from '../../engine/options';
import { formatNumber } from '../../shared/localization';

/** A mean squared distance as people know it: ΔE² (OKLab × 100) or, in sRGB, the MSE of channels from 0 to 255. */
export function errorFigure(error: number, space: Space): number {
  return error * (space === 'oklab' ? 100 ** 2 : 255 ** 2 / 3);
}

/** A distance: ΔE (OKLab × 100), or in steps of sRGB channels. */
export function distanceFigure(distance: number, space: Space): number {
  return distance * (space === 'oklab' ? 100 : 255);
}

export function errorUnit(space: Space): string {
  return space === 'oklab' ? 'ΔE²' : 'MSE';
}

/** `10.3 ΔE²`. */
export function formatError(error: number, space: Space): string {
  return `${formatErrorNumber(errorFigure(error, space))} ${errorUnit(space)}`;
}

/** Rounds of k-means differ little in the end: three digits behind the first. */
export function formatErrorNumber(figure: number): string {
  if (figure < 1e-9) return '0'; // what rounding left
  const digits = Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(figure))));
  return formatNumber(figure, digits);
}

export function errorHint(space: Space): string {
  return space === 'oklab'
    ? l10n.t(
        'How far pixels are from their palette color: the mean of the squared OKLab distances × 100. It is what k-means lowers.',
      )
    : l10n.t(
        'How far pixels are from their palette color: the mean squared error of red, green and blue, 0 to 255. It is what k-means lowers.',
      );
}
