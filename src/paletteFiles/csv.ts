/** Comma-separated values (RFC 4180), with a line of headings. */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import { oklchOf } from './colorRoles';
import { parseCssColor } from './cssColor';
import type { PaletteFormat } from './format';
import { labelsOf } from './naming';
import { hexOf, rgbaOfHex } from './palette';

const HEADINGS = ['name', 'hex', 'red', 'green', 'blue', 'alpha', 'lightness', 'chroma', 'hue', 'share'];

export const csv: PaletteFormat = {
  id: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv'],
  holds: { alpha: 'full', names: 'text' },
  languages: ['csv'],
  write(palette, naming) {
    const names = labelsOf(palette, naming);
    const rows = palette.colors.map(({ rgba, share }, i) => {
      const [r, g, b, a] = rgba;
      const [L, C, h] = oklchOf(rgba);
      const measures = [
        (a / 255).toFixed(3),
        L.toFixed(4),
        C.toFixed(4),
        h.toFixed(2),
        share?.toFixed(6) ?? '',
      ];
      return [field(names[i] ?? ''), hexOf(rgba), r, g, b, ...measures].join(',');
    });
    return [HEADINGS.join(','), ...rows, ''].join('\r\n');
  },
  recognizes: ({ text }) => text !== undefined && hexColumn(headingsOf(text)) >= 0,
  read(file) {
    const list = new ColorList(file);
    const [headings = [], ...rows] = rowsOf(file.text ?? '');
    const hexAt = hexColumn(headings);
    const nameAt = headings.findIndex((heading) => /^(color ?)?name$/i.test(heading.trim()));
    const shareAt = headings.findIndex((heading) => heading.trim() === 'share');
    for (const row of rows) {
      const word = row[hexAt]?.trim() ?? '';
      if (word === '') continue;
      const rgba = rgbaOfHex(word) ?? parseCssColor(word);
      if (!rgba) throw file.damaged(l10n.t('one of its colors is not written as a color'));
      const share = Number.parseFloat(row[shareAt] ?? '');
      list.add(rgba, row[nameAt]?.replace(/^'(?='*[=+\-@])/, ''), share >= 0 && share <= 1 ? { share } : {});
    }
    return list.palette();
  },
};

/** Spreadsheets would compute a name that starts like a formula; an apostrophe keeps it a text. */
function field(text: string): string {
  const safe = /^'*[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function headingsOf(text: string): string[] {
  const [line = ''] = text.slice(0, 1000).split('\n', 1);
  return rowsOf(line)[0] ?? [];
}

function hexColumn(headings: readonly string[]): number {
  return headings.length < 2
    ? -1
    : headings.findIndex((heading) => /^(hex|colou?r)( code)?$/i.test(heading.trim()));
}

/** Fields in rows, parted by whichever of `,`, `;` and tab the first line has. */
function rowsOf(text: string): string[][] {
  const first = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const separator = [',', ';', '\t'].find((each) => first.includes(each)) ?? ',';
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const row = rows[rows.length - 1]!;
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      row.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const end = fieldEnd(text, at, separator);
      row.push(text.slice(at, end));
      at = end;
    }
    if (at < text.length && text[at] !== separator) rows.push([]);
    at++;
  }
  return rows;
}

function closingQuote(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) at += text[at] === '"' ? 2 : 1;
  return at;
}

function fieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
  return at;
}
