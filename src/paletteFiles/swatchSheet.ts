/** A sheet of swatches to look at (SVG 1.1): each color with its name and hex, transparent ones over a checkerboard. */
import * as l10n from '@vscode/l10n';
import type { WritingFormat } from './format';
import { cleanName } from './names';
import { labelsOf } from './naming';
import { hexOf, type PaletteColor } from './palette';

/** Everything in CSS pixels. */
const COLUMNS = 8;
const WIDTH = 120;
const SWATCH = 80;
const ROW = 128;
const MARGIN = 16;
const TITLE = 40;
/** Characters of a name that fit under its swatch. */
const FITTING = 17;

export const swatchSheet: WritingFormat = {
  id: 'svg',
  get label() {
    return l10n.t('SVG swatch sheet');
  },
  group: 'picture',
  extensions: ['svg'],
  ending: 'palette.svg',
  holds: { alpha: 'full', names: 'text' },
  languages: ['svg', 'xml'],
  write(palette, naming) {
    const names = labelsOf(palette, naming);
    const columns = Math.min(COLUMNS, Math.max(1, palette.colors.length));
    const rows = Math.ceil(palette.colors.length / columns);
    const title = cleanName(palette.name);
    const top = MARGIN + (title === undefined ? 0 : TITLE);
    const [width, height] = [2 * MARGIN + columns * WIDTH, top + rows * ROW];
    const swatches = palette.colors.map((color, i) => {
      const x = MARGIN + (i % columns) * WIDTH;
      const y = top + Math.floor(i / columns) * ROW;
      return swatch(color, names[i], x, y);
    });
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
      '<defs><pattern id="checks" width="16" height="16" patternUnits="userSpaceOnUse"><path fill="#fff" d="M0 0h16v16H0z"/><path fill="#ccc" d="M0 0h8v8H0zM8 8h8v8H8z"/></pattern></defs>',
      `<path fill="#fff" d="M0 0h${width}v${height}H0z"/>`,
      ...(title === undefined ? [] : [`<text x="${MARGIN}" y="36" font-size="20">${escaped(title)}</text>`]),
      ...swatches,
      '</svg>',
      '',
    ].join('\n');
  },
};

function swatch({ rgba }: PaletteColor, name: string | undefined, x: number, y: number): string {
  const [r, g, b, a] = rgba;
  const box = `x="${x}" y="${y}" width="${WIDTH - 12}" height="${SWATCH}" rx="6"`;
  const opacity = a === 255 ? '' : ` fill-opacity="${(a / 255).toFixed(4)}"`;
  const checks = a === 255 ? '' : `<rect ${box} fill="url(#checks)"/>`;
  const label =
    name === undefined || [...name].length <= FITTING ? name : `${[...name].slice(0, FITTING - 1).join('')}…`;
  const hexY = y + SWATCH + (name === undefined ? 18 : 33);
  return [
    `<g>${name === undefined ? '' : `<title>${escaped(name)}</title>`}${checks}`,
    `<rect ${box} fill="${hexOf([r, g, b, 255])}"${opacity} stroke="#000" stroke-opacity=".15"/>`,
    label === undefined ? '' : `<text x="${x}" y="${y + SWATCH + 17}">${escaped(label)}</text>`,
    `<text x="${x}" y="${hexY}" fill="#666" font-family="monospace">${hexOf(rgba)}</text></g>`,
  ].join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
