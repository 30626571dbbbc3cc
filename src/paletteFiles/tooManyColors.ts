import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';
import type { NamedPalette } from './palette';

/**
 * @param label Of the format that can't hold more than `most` colors.
 * @throws UserError when the palette has more.
 */
export function refuseTooManyColors({ colors }: NamedPalette, most: number, label: string): void {
  if (colors.length > most) {
    throw new UserError(
      l10n.t(
        'The format “{0}” holds at most {1} colors, and this palette has {2}. Choose fewer colors or another format.',
        label,
        most,
        colors.length,
      ),
    );
  }
}
