/**
 * Photoshop's color table for indexed pictures (“Adobe Photoshop File Formats Specification”, 2019, “Color table”): 256
 * times R, G and B, then the number of colors in use and the index of the transparent one, 0xFFFF for none.
 */
import * as l10n from '@vscode/l10n';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import { ColorList } from './colorList';
import type { PaletteFormat } from './format';
import { refuseTooManyColors } from './tooManyColors';

const COLORS = 256;
const TABLE_BYTES = 3 * COLORS;
const NONE = 0xffff;

export const adobeColorTable: PaletteFormat = {
  id: 'act',
  get label() {
    return l10n.t('Adobe color table');
  },
  group: 'design',
  extensions: ['act'],
  isBinary: true,
  holds: { alpha: 'one', names: 'none', colors: COLORS },
  write(palette) {
    refuseTooManyColors(palette, COLORS, adobeColorTable.label);
    const { colors } = palette;
    const table = new Uint8Array(TABLE_BYTES);
    colors.forEach(({ rgba }, i) => table.set(rgba.slice(0, 3), 3 * i));
    const transparent = colors.findIndex(({ rgba }) => rgba[3] === 0);
    return new ByteWriter()
      .u8(...table)
      .u16(colors.length, transparent < 0 ? NONE : transparent)
      .done();
  },
  // There is no magic number, only the size.
  recognizes: ({ bytes, text }) =>
    (bytes.length === TABLE_BYTES || bytes.length === TABLE_BYTES + 4) && text === undefined,
  read(file) {
    const list = new ColorList(file);
    const reader = new ByteReader(file);
    const table = reader.part(TABLE_BYTES);
    const count = reader.left >= 4 ? reader.u16() : COLORS;
    const transparent = reader.left >= 2 ? reader.u16() : NONE;
    // Old files leave both fields 0.
    const used = count === 0 || count > COLORS ? COLORS : count;
    for (let i = 0; i < used; i++) {
      list.add([table.u8(), table.u8(), table.u8(), count > 0 && i === transparent ? 0 : 255]);
    }
    return list.palette();
  },
};
