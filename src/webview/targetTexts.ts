/** What the page says of targets, and how their limits are typed. */
import * as l10n from '@vscode/l10n';
import type { Target, TargetKind, TargetProbe } from '../engine/targets';
import { formatBytes } from '../shared/formatBytes';
import { formatNumber } from '../shared/localization';
import type { TargetEndedMessage, TargetProgressMessage } from '../shared/messages';

/** How a limit is typed: its unit, its range in that unit, and what one unit is in the target's own. */
interface LimitField {
  unit: string;
  min: number;
  max: number;
  scale: number;
}

export function fieldOf(kind: TargetKind): LimitField {
  switch (kind) {
    case 'bytes':
      return { unit: 'KB', min: 0.05, max: 1e6, scale: 1000 };
    case 'psnr':
      return { unit: 'dB', min: 1, max: 99, scale: 1 };
    case 'ssim':
      return { unit: '', min: 0.01, max: 1, scale: 1 };
    case 'deltaE':
      return { unit: '', min: 0, max: 1, scale: 1 };
  }
}

export function kindLabel(kind: TargetKind): string {
  switch (kind) {
    case 'bytes':
      return l10n.t('File at most');
    case 'psnr':
      return l10n.t('PSNR at least');
    case 'ssim':
      return l10n.t('SSIM at least');
    case 'deltaE':
      return l10n.t('Mean ΔE at most');
  }
}

/** A limit to begin with: a quarter of the source, or a picture that is hard to tell from it. */
export function suggestedLimit(kind: TargetKind, sourceBytes: number): string {
  switch (kind) {
    case 'bytes':
      return String(Math.max(0.1, Number((sourceBytes / 4000).toPrecision(2))));
    case 'psnr':
      return '35';
    case 'ssim':
      return '0.95';
    case 'deltaE':
      return '0.02';
  }
}

/** The limit in the target's unit, or `undefined` for what is not a number in its range. */
export function limitOf(kind: TargetKind, text: string): number | undefined {
  const { min, max, scale } = fieldOf(kind);
  const typed = Number(text.trim().replace(',', '.') || NaN);
  return typed >= min && typed <= max ? typed * scale : undefined;
}

export function progressSentence({ target, tried, last }: TargetProgressMessage): string {
  if (!last) return l10n.t('Searching…');
  return l10n.t('{0} tried; {1} colors: {2}', tried, last.k, figureText(target.kind, last));
}

export function endedSentence({ target, outcome }: TargetEndedMessage): string {
  switch (outcome.kind) {
    case 'found':
      return l10n.t('{0} colors: {1}.', outcome.found.k, figureText(target.kind, outcome.found));
    case 'none':
      return noneSentence(target, outcome.nearest);
    case 'cancelled':
      return l10n.t('The search was cancelled.');
    case 'failed':
      return outcome.sentence;
  }
}

function noneSentence(target: Target, nearest: TargetProbe): string {
  const limit = figureText(target.kind, { k: 0, value: target.limit });
  const figure = figureText(target.kind, nearest);
  return target.kind === 'bytes'
    ? l10n.t(
        'No palette gives a file of at most {0}. The nearest: {1} colors, {2}.',
        limit,
        nearest.k,
        figure,
      )
    : l10n.t(
        'No palette of up to 256 colors reaches {0}. The nearest: {1} colors, {2}.',
        limit,
        nearest.k,
        figure,
      );
}

function figureText(kind: TargetKind, { value }: TargetProbe): string {
  switch (kind) {
    case 'bytes':
      return formatBytes(value ?? 0);
    case 'psnr':
      return value === null ? l10n.t('identical') : `${formatNumber(value, 1)} dB`;
    case 'ssim':
      return `SSIM ${formatNumber(value ?? 1, 4)}`;
    case 'deltaE':
      return `ΔE ${formatNumber(value ?? 0, 4)}`;
  }
}
