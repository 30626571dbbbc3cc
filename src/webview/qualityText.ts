/** Figures of quality in words. */
import * as l10n from '@vscode/l10n';
import { formatNumber } from '../shared/localization';
import type { QualityDetails, QualityFigures } from '../shared/messages';

/** In a word how the picture compares, by the difference people see; without it, by that in OKLab. */
export function verdict(
  { mse, meanDeltaE }: QualityFigures,
  details: QualityDetails | null | undefined,
): string {
  // About 0.02 in OKLab is as much as 2 in CIEDE2000.
  const deltaE = details?.meanCiede2000 ?? 100 * meanDeltaE;
  if (mse === 0) return l10n.t('Identical');
  if (deltaE < 1) return l10n.t('Hard to tell apart');
  if (deltaE < 2.5) return l10n.t('Very close');
  if (deltaE < 5) return l10n.t('Fairly close');
  return deltaE < 10 ? l10n.t('Visibly different') : l10n.t('Far off');
}

/** What refining at rest gained, by its share of the error. */
export function refinement(improvement: number): string {
  const percent = 100 * improvement;
  if (percent < 0.05) return l10n.t('Refining found nothing better.');
  return l10n.t('Refining took {0} % off the error.', formatNumber(percent, percent < 10 ? 1 : 0));
}

export function formatDeltaE(deltaE: number): string {
  return deltaE === 0 ? '0' : formatNumber(deltaE, 2);
}

export function formatSsim(ssim: number): string {
  // A little lost is not nothing.
  return ssim === 1 ? '1' : formatNumber(Math.min(ssim, 0.9999), ssim > 0.99 ? 4 : 3);
}

export function formatPsnr(psnr: number | null): string {
  return psnr === null ? '∞ dB' : `${formatNumber(psnr, 1)} dB`;
}

export function formatMse(mse: number): string {
  return mse === 0 ? '0' : formatNumber(mse, mse < 10 ? 2 : 1);
}
