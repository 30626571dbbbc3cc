/**
 * Paint.NET's palette (its documentation, “Working With Palettes”): a line `AARRGGBB` for each color, comments after
 * `;`. Paint.NET itself takes the first 96 colors.
 */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import type { PaletteFormat } from './format';
import { commentText } from './names';
import { hexOf, rgbaOfHex } from './palette';

const LINE = /^\s*(?:([\da-f]{2})?([\da-f]{6}))?\s*(?:;.*)?$/i;

export const paintNet: PaletteFormat = {
  id: 'paint.net',
  get label() {
    return l10n.t('Paint.NET palette');
  },
  group: 'design',
  extensions: ['txt'],
  holds: { alpha: 'full', names: 'none' },
  write({ name, colors }) {
    const title = commentText(name);
    const lines = colors.map(({ rgba }) => {
      const [r, g, b, a] = rgba;
      return (a.toString(16).padStart(2, '0') + hexOf([r, g, b, 255]).slice(1)).toUpperCase();
    });
    return ['; Paint.NET Palette', ...(title === '' ? [] : [`; ${title}`]), ...lines, ''].join('\r\n');
  },
  recognizes: ({ text }) =>
    text !== undefined && /^\s*;/.test(text) && text.split('\n').every((line) => LINE.test(line)),
  read(file) {
    const list = new ColorList(file);
    for (const line of (file.text ?? '').split('\n')) {
      const [, alpha = 'ff', rgb] = LINE.exec(line) ?? [];
      if (rgb !== undefined) list.add(rgbaOfHex(rgb + alpha)!); // as recognized
    }
    return list.palette();
  },
};
