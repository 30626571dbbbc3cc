import * as l10n from '@vscode/l10n';
import { formatNumber } from '../../../shared/localization';

/** `80 components`. */
export function componentsText(count: number): string {
  return count === 1 ? l10n.t('1 component') : l10n.t('{0} components', formatNumber(count));
}
