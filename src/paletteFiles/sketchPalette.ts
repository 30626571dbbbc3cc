/**
 * The palette of Sketch (of its plugin Sketch Palettes by Andrew Fiorillo, github.com/andrewfiorillo/sketch-palettes):
 * JSON with red, green, blue and alpha of each color, 0–1, and since version 2 its name.
 */
import * as l10n from '@vscode/l10n';
import { ColorList } from './colorList';
import { byteOf, parseCssColor } from './cssColor';
import type { PaletteFormat } from './format';
import { jsonText } from './jsonText';
import { labelsOf } from './naming';
import { hexOf } from './palette';
import { isObject } from './parseJson';

export const sketchPalette: PaletteFormat = {
  id: 'sketchpalette',
  get label() {
    return l10n.t('Sketch palette');
  },
  group: 'design',
  extensions: ['sketchpalette'],
  holds: { alpha: 'full', names: 'text' },
  write(palette, naming) {
    const names = labelsOf(palette, naming);
    const colors = palette.colors.map(({ rgba }, i) => {
      const [red, green, blue, alpha] = rgba.map((byte) => byte / 255);
      return { name: names[i] ?? hexOf(rgba), red, green, blue, alpha };
    });
    return jsonText({ compatibleVersion: '2.0', pluginVersion: '2.22', colors, gradients: [], images: [] });
  },
  recognizes: ({ json }) => isObject(json) && 'compatibleVersion' in json && Array.isArray(json.colors),
  read(file) {
    const list = new ColorList(file);
    const { colors } = file.json as { colors: unknown[] }; // as recognized
    for (const color of colors) {
      if (typeof color === 'string') {
        const rgba = parseCssColor(color); // version 1
        if (rgba) list.add(rgba);
      } else if (isObject(color)) {
        const { red, green, blue, alpha = 1, name } = color;
        const [r, g, b, a] = [red, green, blue, alpha].map((value) => byteOf(Number(value)));
        list.add([r!, g!, b!, a!], typeof name === 'string' ? name : undefined);
      }
    }
    return list.palette();
  },
};
