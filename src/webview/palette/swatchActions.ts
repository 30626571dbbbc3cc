/** What can be done with chosen colors: one table for toolbar, menu and keyboard. */
import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import type { ReduceOptions } from '../../engine/options';
import { brushIcon, copyIcon, lockIcon, mergeIcon, resetIcon, trashIcon, unlockIcon } from '../icons';
import {
  lockColors,
  mergeColors,
  removeColors,
  restoreColor,
  unlockColors,
  type PaletteEdit,
} from './paletteEdits';
import type { PaletteEntry } from './paletteEntries';

/** `recolor` and `copy` are for whoever shows the palette; the others are edits. */
export type SwatchAction = 'lock' | 'unlock' | 'recolor' | 'restore' | 'merge' | 'remove' | 'copy';

export interface OfferedAction {
  action: SwatchAction;
  label: string;
  /** Its key on the keyboard, as a person reads it. */
  keys: string;
  /** What it does, or why it can't be done now. */
  hint: string;
  icon: TemplateResult;
  isDisabled: boolean;
}

/** All actions, in their order; those that make no sense for `chosen` are disabled. */
export function swatchActions(
  options: ReduceOptions,
  entries: readonly PaletteEntry[],
  chosen: readonly PaletteEntry[],
): OfferedAction[] {
  const isOne = chosen.length === 1;
  const canDo = (action: SwatchAction) => editOf(action, options, entries, chosen) !== undefined;
  const areLocked = chosen.length > 0 && chosen.every(({ isLocked }) => isLocked);
  const othersStay = l10n.t('All other colors are locked, so that they stay exactly as they are.');
  return [
    areLocked
      ? {
          action: 'unlock',
          label: l10n.t('Unlock'),
          keys: 'L',
          hint: l10n.t('Let the color change again with everything else.'),
          icon: unlockIcon,
          isDisabled: false,
        }
      : {
          action: 'lock',
          label: l10n.t('Lock'),
          keys: 'L',
          hint: l10n.t('Keep the color exactly as it is, whatever the number of colors.'),
          icon: lockIcon,
          isDisabled: !canDo('lock'),
        },
    {
      action: 'recolor',
      label: l10n.t('Recolor…'),
      keys: 'R',
      hint: l10n.t('Write this color as another one: its pixels change, all others stay.'),
      icon: brushIcon,
      isDisabled: !isOne,
    },
    ...(chosen.some(({ isRecolored }) => isRecolored)
      ? [
          {
            action: 'restore' as const,
            label: l10n.t('Restore Color'),
            keys: '',
            hint: l10n.t('Take the recoloring back.'),
            icon: resetIcon,
            isDisabled: !isOne,
          },
        ]
      : []),
    {
      action: 'merge',
      label: l10n.t('Merge'),
      keys: 'M',
      hint:
        chosen.length < 2
          ? l10n.t('Make one color of several. Choose them with Ctrl or Shift and a click first.')
          : `${l10n.t('Make one color of the chosen ones: their mean.')} ${othersStay}`,
      icon: mergeIcon,
      isDisabled: !canDo('merge'),
    },
    {
      action: 'remove',
      label: l10n.t('Remove'),
      keys: l10n.t('Delete'),
      hint:
        chosen.length > 0 && !canDo('remove')
          ? l10n.t('A palette has two colors at least.')
          : `${l10n.t('Give its pixels to the nearest other colors.')} ${othersStay}`,
      icon: trashIcon,
      isDisabled: !canDo('remove'),
    },
    {
      action: 'copy',
      label: l10n.t('Copy'),
      keys: 'Ctrl+C',
      hint: l10n.t('Copy the color as text. A double click does it too.'),
      icon: copyIcon,
      isDisabled: !isOne,
    },
  ];
}

/** The options after an action; `undefined` where it can't be done, or is no edit. */
export function editOf(
  action: SwatchAction,
  options: ReduceOptions,
  entries: readonly PaletteEntry[],
  chosen: readonly PaletteEntry[],
): PaletteEdit | undefined {
  switch (action) {
    case 'lock':
      return chosen.length > 0 ? lockColors(options, chosen) : undefined;
    case 'unlock':
      return chosen.length > 0 ? unlockColors(options, chosen) : undefined;
    case 'restore':
      return chosen[0] && restoreColor(options, chosen[0]);
    case 'merge':
      return mergeColors(options, entries, chosen);
    case 'remove':
      return removeColors(options, entries, chosen);
    case 'recolor':
    case 'copy':
      return undefined;
  }
}
