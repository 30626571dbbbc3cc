/** What the page calls a color. */
import * as l10n from '@vscode/l10n';
import { colorOfHex } from '../../engine/hexColor';
import { nearestColorName } from '../../paletteFiles/colorNames';

/** `hex`: `#rrggbb` or `#rrggbbaa`; how transparent it is, other than fully, does not count. */
export function colorName(hex: string): string {
  return colorOfHex(hex)[3] === 0 ? l10n.t('Transparent') : nearestColorName(hex);
}
