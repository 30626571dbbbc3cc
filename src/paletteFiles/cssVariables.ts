/** CSS custom properties (CSS Custom Properties for Cascading Variables Module Level 1) on `:root`. */
import * as l10n from '@vscode/l10n';
import type { WritingFormat } from './format';
import { commentText } from './names';
import { identifiersOf } from './naming';
import { hexOf } from './palette';

export const cssVariables: WritingFormat = {
  id: 'css',
  get label() {
    return l10n.t('CSS custom properties');
  },
  extensions: ['css'],
  holds: { alpha: 'full', names: 'identifier' },
  languages: ['css', 'html', 'vue', 'svelte', 'postcss'],
  write(palette, naming) {
    const names = identifiersOf(palette, naming);
    const lines = palette.colors.map(({ rgba }, i) => `  --${names[i]}: ${hexOf(rgba)};`);
    const title = commentText(palette.name);
    return `${title === '' ? '' : `/* ${title} */\n`}:root {\n${lines.join('\n')}\n}\n`;
  },
};
