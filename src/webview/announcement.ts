import * as l10n from '@vscode/l10n';
import type { PageState } from './state';
import { colorCountOf, phaseOf } from './state';
import { formatBytes } from '../shared/formatBytes';
import { colorsText } from './picture/captions';
import { compareSizes } from './sizeComparison';

/** What a screen reader says once the picture rests or is saved; empty while things move. */
export function announcement(state: PageState): string {
  if (phaseOf(state) !== 'rest' || !state.reduced || !state.source) {
    return '';
  }
  if (state.savedName !== undefined) {
    return l10n.t('Saved as {0}.', state.savedName);
  }
  const { reduced, source } = state;
  const result = l10n.t(
    '{0}, {1}, {2}.',
    colorsText(colorCountOf(reduced.palette)),
    formatBytes(reduced.byteLength),
    compareSizes(source.byteLength, reduced.byteLength).ratio,
  );
  return reduced.isLossless ? `${result} ${l10n.t('The picture is identical to the original.')}` : result;
}
