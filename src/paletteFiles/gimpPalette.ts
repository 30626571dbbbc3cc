/**
 * GIMP's palette, which Inkscape, Krita, Aseprite and many others read (GIMP's source: devel-docs, “GIMP Palette file
 * format”). Where a color is not opaque, a fourth number is written under `Channels: RGBA`, as Aseprite does; GIMP itself
 * knows no transparency and takes that line for one more color.
 */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import type { PaletteFormat } from './format';
import { cleanName } from './names';
import { labelsOf } from './naming';
import type { Rgba } from './palette';

/** What GIMP calls a color without a name. */
const UNNAMED = 'Untitled';
const COLOR = /^\s*(\d+)[ \t]+(\d+)[ \t]+(\d+)(?:[ \t]+(.*))?$/;

export const gimpPalette: PaletteFormat = {
  id: 'gpl',
  get label() {
    return l10n.t('GIMP palette');
  },
  group: 'design',
  extensions: ['gpl'],
  holds: { alpha: 'full', names: 'text' },
  write(palette, naming) {
    const hasAlpha = palette.colors.some(({ rgba }) => rgba[3] < 255);
    const names = labelsOf(palette, naming);
    const lines = palette.colors.map(({ rgba }, i) => {
      const numbers = (hasAlpha ? rgba : rgba.slice(0, 3)).map((byte) => String(byte).padStart(3)).join(' ');
      return `${numbers}\t${names[i] ?? UNNAMED}`;
    });
    const heading = ['GIMP Palette', `Name: ${cleanName(palette.name) ?? UNNAMED}`, 'Columns: 0'];
    return [...heading, ...(hasAlpha ? ['Channels: RGBA'] : []), '#', ...lines, ''].join('\n');
  },
  recognizes: ({ text }) => text?.startsWith('GIMP Palette') ?? false,
  read(file) {
    const list = new ColorList(file);
    let hasAlpha = false;
    for (const line of (file.text ?? '').split('\n').slice(1)) {
      const heading = /^(Name|Channels):\s*(.*)$/.exec(line);
      if (heading?.[1] === 'Name') list.setName(heading[2]);
      else if (heading) hasAlpha = heading[2]!.trim() === 'RGBA';
      else {
        const match = COLOR.exec(line);
        if (match) list.add(...entryOf(match, hasAlpha));
      }
    }
    return list.palette();
  },
};

function entryOf([, r, g, b, rest = '']: RegExpExecArray, hasAlpha: boolean): [Rgba, string | undefined] {
  const [, alpha, name] = hasAlpha ? (/^(\d+)(?:[ \t]+(.*))?$/.exec(rest) ?? []) : [undefined, '255', rest];
  const rgba: Rgba = [byteOf(r), byteOf(g), byteOf(b), byteOf(alpha ?? '255')];
  return [rgba, name === UNNAMED ? undefined : name];
}

/** GIMP, too, takes larger numbers for 255. */
function byteOf(digits: string | undefined): number {
  return Math.min(255, Number(digits));
}
