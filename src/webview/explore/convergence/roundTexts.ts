/** A round of k-means in words. */
import * as l10n from '@vscode/l10n';
import type { Convergence, Round } from '../../../engine/explore/convergence';
import { MAX_ROUNDS, type RunStart } from '../../../engine/explore/plainKMeans';
import type { Space } from '../../../engine/options';
import { formatNumber } from '../../../shared/localization';
import { formatShare } from '../../colorText';
import { initLabel } from '../../controls/optionLabels';
import { distanceFigure } from '../runFigures';

/** `Round 3 of 14`. */
export function roundName(round: number, last: number): string {
  return round === 0
    ? l10n.t('Start, before round 1 of {0}', formatNumber(last))
    : l10n.t('Round {0} of {1}', formatNumber(round), formatNumber(last));
}

/** `k-means++, seed 5`. */
export function startName({ init, seed }: RunStart): string {
  return init === 'split' ? initLabel(init) : l10n.t('{0}, seed {1}', initLabel(init), seed);
}

/** How many pixels went to another color. */
export function changedText({ changed, changedShare }: Round, colors: number): string {
  return l10n.t(
    '{0} of the pixels ({1} of {2} colors)',
    formatShare(changedShare),
    formatNumber(changed),
    formatNumber(colors),
  );
}

export function farthestText({ farthest }: Round, space: Space): string {
  const figure = formatNumber(distanceFigure(farthest, space), 2);
  return space === 'oklab' ? `ΔE ${figure}` : l10n.t('{0} of 255', figure);
}

/** Why it ended, and after how many rounds. */
export function endText({ end, rounds }: Convergence): string {
  const last = rounds.length - 1;
  if (end === 'capped') {
    return l10n.t('Stopped at the limit of {0} rounds; colors were still moving.', formatNumber(MAX_ROUNDS));
  }
  return last === 1
    ? l10n.t('Ended after 1 round: nothing moved any more.')
    : l10n.t('Ended after {0} rounds: nothing moved any more.', formatNumber(last));
}
