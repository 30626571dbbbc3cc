import * as l10n from '@vscode/l10n';
import { formatNumber } from '../../../shared/localization';

/** How the two methods are called in any language. */
export const K_MEANS = 'k-means';
export const NMF = 'NMF';

/** `80 components`. */
export function componentsText(count: number): string {
  return count === 1 ? l10n.t('1 component') : l10n.t('{0} components', formatNumber(count));
}
