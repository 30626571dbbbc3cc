/**
 * Paint Shop Pro's palette, a text (Jasc Software; described at cwaboard.co.uk and in Aseprite's source,
 * `pal_file.cpp`): `JASC-PAL`, `0100`, the number of colors, and a line of numbers for each. A fourth number is alpha,
 * as Aseprite writes it; it is written only where a color is not opaque.
 */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import type { PaletteFormat } from './format';

export const jascPalette: PaletteFormat = {
  id: 'jasc-pal',
  get label() {
    return l10n.t('JASC palette');
  },
  group: 'design',
  extensions: ['pal', 'psppalette'],
  holds: { alpha: 'full', names: 'none' },
  write({ colors }) {
    const hasAlpha = colors.some(({ rgba }) => rgba[3] < 255);
    const lines = colors.map(({ rgba }) => (hasAlpha ? rgba : rgba.slice(0, 3)).join(' '));
    return ['JASC-PAL', '0100', colors.length, ...lines, ''].join('\r\n');
  },
  recognizes: ({ text }) => text?.startsWith('JASC-PAL') ?? false,
  read(file) {
    const list = new ColorList(file);
    const [, , count = '', ...lines] = (file.text ?? '').split('\n').map((line) => line.trim());
    if (!/^\d+$/.test(count)) throw file.damaged(l10n.t('it does not say how many colors it holds'));
    for (const line of lines) {
      if (list.colors.length === Number(count)) break;
      if (line === '') continue;
      const numbers = line.split(/\s+/).map(Number);
      if (numbers.length < 3 || !numbers.every((each) => each >= 0 && each <= 255)) {
        throw file.damaged(l10n.t('color {0} is not three numbers from 0 to 255', list.colors.length + 1));
      }
      const [r, g, b, a = 255] = numbers.map(Math.round);
      list.add([r!, g!, b!, a]);
    }
    if (list.colors.length < Number(count)) {
      throw file.damaged(
        Number(count) === 1
          ? l10n.t('it says it holds one color and has none')
          : l10n.t('it says it holds {0} colors and ends after {1}', Number(count), list.colors.length),
      );
    }
    return list.palette();
  },
};
