/** A Sass map (sass-lang.com, “Maps”), keys quoted as Sass asks for: unquoted ones can be colors themselves. */
import * as l10n from '@vscode/l10n';
import type { PaletteFormat } from './format';
import { commentText } from './names';
import { keysOf, prefixOf } from './naming';
import { hexOf } from './palette';

export const scssMap: PaletteFormat = {
  id: 'scss',
  get label() {
    return l10n.t('SCSS map');
  },
  extensions: ['scss'],
  holds: { alpha: 'full', names: 'identifier' },
  languages: ['scss'],
  write(palette, naming) {
    const keys = keysOf(palette, naming);
    const lines = palette.colors.map(({ rgba }, i) => `  '${keys[i]}': ${hexOf(rgba)},`);
    const title = commentText(palette.name);
    return `${title === '' ? '' : `// ${title}\n`}$${prefixOf(naming)}: (\n${lines.join('\n')}\n);\n`;
  },
};
