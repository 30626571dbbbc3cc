/** One color a line in hex digits, without `#`, as Lospec exports; `rrggbbaa` where a color is not opaque. */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import type { WritingFormat } from './format';
import { hexOf, rgbaOfHex } from './palette';

export const hexList: WritingFormat = {
  id: 'hex',
  get label() {
    return l10n.t('HEX list');
  },
  extensions: ['hex', 'txt'],
  holds: { alpha: 'full', names: 'none' },
  languages: ['plaintext', 'markdown'],
  write: ({ colors }) => colors.map(({ rgba }) => `${hexOf(rgba).slice(1)}\n`).join(''),
  recognizes: ({ text }) => text !== undefined && /[\da-f]/i.test(text) && wordsOf(text).every(isColor),
  read(file) {
    const list = new ColorList(file);
    for (const word of wordsOf(file.text ?? '')) list.add(rgbaOfHex(word)!); // as recognized
    return list.palette();
  },
};

/** Parted by blanks, commas or semicolons; `0x` and quotes are taken off. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^["']|["']$/g, '').replace(/^0x/i, ''))
    .filter((word) => word !== '');
}

/** Three digits without `#` are rather a number. */
function isColor(word: string): boolean {
  return rgbaOfHex(word) !== undefined && (word.length >= 6 || word.startsWith('#'));
}
