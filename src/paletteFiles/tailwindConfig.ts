/** A configuration of Tailwind CSS 3 (v3.tailwindcss.com, “Customizing Colors”), also fit as one of its presets. */
import * as l10n from '@vscode/l10n';
import type { PaletteFormat } from './format';
import { commentText } from './names';
import { keysOf, prefixOf } from './naming';
import { hexOf } from './palette';

export const tailwindConfig: PaletteFormat = {
  id: 'tailwind3',
  get label() {
    return l10n.t('Tailwind CSS 3 config');
  },
  extensions: ['js', 'cjs'],
  holds: { alpha: 'full', names: 'identifier' },
  languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  write(palette, naming) {
    const keys = keysOf(palette, naming, 'ascii');
    const lines = palette.colors.map(({ rgba }, i) => `          '${keys[i]}': '${hexOf(rgba)}',`);
    const title = commentText(palette.name);
    return [
      ...(title === '' ? [] : [`// ${title}`]),
      "/** @type {import('tailwindcss').Config} */",
      'module.exports = {',
      '  theme: {',
      '    extend: {',
      '      colors: {',
      `        '${prefixOf(naming, 'ascii')}': {`,
      ...lines,
      '        },',
      '      },',
      '    },',
      '  },',
      '};',
      '',
    ].join('\n');
  },
};
