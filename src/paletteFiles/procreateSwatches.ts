/**
 * Procreate's palette: a ZIP file with `Swatches.json`, a name and up to 30 swatches of hue, saturation, brightness and
 * alpha, 0–1 each; empty places are `null`. Savage Interactive published no description; this follows files that
 * Procreate 4 and 5 wrote. Procreate 5 adds fields to each swatch that are not needed to read it.
 */
import * as l10n from '@vscode/l10n';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { ColorList } from './colorList';
import { hsbOfRgba, rgbaOfHsb } from './colorModels';
import type { PaletteFormat } from './format';
import { cleanName } from './names';
import { isObject, parseJson } from './parseJson';
import { refuseTooManyColors } from './tooManyColors';
import { unzipEntry } from './zipEntry';

const COLORS = 30;
const ENTRY = 'Swatches.json';
/** Thirty swatches take 12 KB. */
const MAX_BYTES = 4 << 20;
/** The same palette gives the same bytes. */
const WHEN = new Date(2000, 0, 1);

export const procreateSwatches: PaletteFormat = {
  id: 'swatches',
  get label() {
    return l10n.t('Procreate swatches');
  },
  group: 'design',
  extensions: ['swatches'],
  isBinary: true,
  holds: { alpha: 'full', names: 'none', colors: COLORS },
  write(palette) {
    refuseTooManyColors(palette, COLORS, procreateSwatches.label);
    const swatches = palette.colors.map(({ rgba }) => {
      const [hue, saturation, brightness] = hsbOfRgba(rgba);
      return { hue, saturation, brightness, alpha: rgba[3] / 255, colorSpace: 0 };
    });
    const json = JSON.stringify([{ name: cleanName(palette.name) ?? 'Palette', swatches }]);
    return zipSync({ [ENTRY]: [strToU8(json), { mtime: WHEN, level: 9 }] });
  },
  recognizes: (file) => file.startsWith('PK\x03\x04'),
  read(file) {
    const list = new ColorList(file);
    const json = parseJson(strFromU8(unzipEntry(file, ENTRY, MAX_BYTES)));
    const palettes = Array.isArray(json) ? (json as unknown[]) : [json];
    for (const palette of palettes) {
      if (!isObject(palette) || !Array.isArray(palette.swatches))
        throw file.damaged(l10n.t('its {0} has no swatches', ENTRY));
      if (typeof palette.name === 'string') list.setName(palette.name);
      for (const swatch of palette.swatches as unknown[]) {
        if (!isObject(swatch)) continue; // an empty place
        const { hue, saturation, brightness, alpha } = swatch;
        list.add(rgbaOfHsb(share(hue), share(saturation), share(brightness), share(alpha ?? 1)));
      }
    }
    return list.palette();
  },
};

function share(value: unknown): number {
  return typeof value === 'number' ? Math.min(1, Math.max(0, value)) : 0;
}
