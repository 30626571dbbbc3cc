/**
 * Theme variables of Tailwind CSS 4 (tailwindcss.com, “Theme variables”): `--color-brand-1` makes `bg-brand-1` and
 * the like. Names of utilities are ASCII.
 */
import * as l10n from '@vscode/l10n';
import type { PaletteFormat } from './format';
import { commentText } from './names';
import { identifiersOf } from './naming';
import { hexOf } from './palette';

export const tailwindTheme: PaletteFormat = {
  id: 'tailwind',
  get label() {
    return l10n.t('Tailwind CSS 4 theme');
  },
  extensions: ['css'],
  holds: { alpha: 'full', names: 'identifier' },
  languages: ['tailwindcss'],
  write(palette, naming) {
    const names = identifiersOf(palette, naming, 'ascii');
    const lines = palette.colors.map(({ rgba }, i) => `  --color-${names[i]}: ${hexOf(rgba)};`);
    const title = commentText(palette.name);
    return `${title === '' ? '' : `/* ${title} */\n`}@theme {\n${lines.join('\n')}\n}\n`;
  },
};
