/** How options are called in the page. */
import * as l10n from '@vscode/l10n';
import type { Dither, Init, Space } from '../../engine/options';

export function spaceLabel(space: Space): string {
  return { oklab: 'OKLab', rgb: 'sRGB' }[space];
}

export function initLabel(init: Init): string {
  switch (init) {
    case 'split':
      return l10n.t('Deterministic');
    case 'kmeans++':
      return 'k-means++';
    case 'random':
      return l10n.t('Random');
  }
}

export function ditherLabel(dither: Dither): string {
  switch (dither) {
    case 'none':
      return l10n.t('None');
    case 'floyd-steinberg':
      return 'Floyd–Steinberg';
    case 'atkinson':
      return 'Atkinson';
    case 'bayer':
      return 'Bayer 8 × 8';
    case 'blue-noise':
      return l10n.t('Blue noise');
  }
}
