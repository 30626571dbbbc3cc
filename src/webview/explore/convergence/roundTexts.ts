/** A round of k-means in words. */
import * as l10n from '@vscode/l10n';
import type { Convergence, Round } from '../../../engine/explore/convergence';
import { MAX_ROUNDS } from '../../../engine/explore/plainKMeans';
import type { Space } from '../../../engine/options';
import { formatNumber } from '../../../shared/localization';
import { distanceFigure } from '../runFigures';

/** `Round 3 of 14`. */
export function roundName(round: number, last: number): string {
  return round === 0
    ? l10n.t('Start, before round 1 of {0}', formatNumber(last))
    : l10n.t('Round {0} of {1}', formatNumber(round), formatNumber(last));
}

/** How many of the picture's colors went to another color of the palette. */
export function changedText({ changed }: Round, colors: number): string {
  return l10n.t('{0} of {1}', formatNumber(changed), formatNumber(colors));
}

export function changedHint(colors: number): string {
  return l10n.t(
    'k-means works on {0} colors that stand for all pixels: the picture’s own, or where it has very many, means of similar ones. So many of them took another color of the palette in this round.',
    formatNumber(colors),
  );
}

export function farthestText({ farthest }: Round, space: Space): string {
  const figure = formatNumber(distanceFigure(farthest, space), 2);
  return space === 'oklab' ? `ΔE ${figure}` : figure;
}

export function farthestHint(space: Space): string {
  return space === 'oklab'
    ? l10n.t('How far the palette color that moved most has moved in this round (OKLab distance × 100).')
    : l10n.t(
        'How far the palette color that moved most has moved in this round, red, green and blue from 0 to 255.',
      );
}

/** Why it ended, and after how many rounds. */
export function endText({ end, rounds }: Convergence): string {
  const last = rounds.length - 1;
  if (end === 'capped') {
    return l10n.t('Stopped at the limit of {0} rounds; colors were still moving.', formatNumber(MAX_ROUNDS));
  }
  return last === 1
    ? l10n.t('Ended after 1 round: nothing moved.')
    : l10n.t('Ended after {0} rounds: nothing moved.', formatNumber(last));
}
