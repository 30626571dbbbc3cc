/** Variables of Less, whose names are ASCII (lesscss.org, “Variables”). */
import * as l10n from '@vscode/l10n';
import type { PaletteFormat } from './format';
import { commentText } from './names';
import { identifiersOf } from './naming';
import { hexOf } from './palette';

export const lessVariables: PaletteFormat = {
  id: 'less',
  get label() {
    return l10n.t('Less variables');
  },
  extensions: ['less'],
  holds: { alpha: 'full', names: 'identifier' },
  languages: ['less'],
  write(palette, naming) {
    const names = identifiersOf(palette, naming, 'ascii');
    const lines = palette.colors.map(({ rgba }, i) => `@${names[i]}: ${hexOf(rgba)};\n`);
    const title = commentText(palette.name);
    return `${title === '' ? '' : `// ${title}\n`}${lines.join('')}`;
  },
};
