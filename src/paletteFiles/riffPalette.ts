/**
 * Microsoft's palette (“Multimedia Programming Interface and Data Specifications 1.0”, 1991, “Palette file format”): a
 * RIFF form `PAL ` whose `data` chunk is a LOGPALETTE: version 0x0300, the number of colors, and R, G, B and flags of
 * each. Flags are no alpha.
 */
import * as l10n from '@vscode/l10n';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import { ColorList } from './colorList';
import type { PaletteFormat } from './format';

const VERSION = 0x0300;

export const riffPalette: PaletteFormat = {
  id: 'riff-pal',
  get label() {
    return l10n.t('Microsoft RIFF palette');
  },
  group: 'design',
  extensions: ['pal'],
  isBinary: true,
  holds: { alpha: 'none', names: 'none' },
  write({ colors }) {
    const size = 4 + 4 * colors.length;
    const writer = new ByteWriter(true);
    writer
      .ascii('RIFF')
      .u32(12 + size)
      .ascii('PAL data')
      .u32(size)
      .u16(VERSION, colors.length);
    for (const { rgba } of colors) writer.u8(rgba[0], rgba[1], rgba[2], 0);
    return writer.done();
  },
  recognizes: (file) => file.startsWith('RIFF') && file.startsWith('PAL ', 8),
  read(file) {
    const list = new ColorList(file);
    const chunks = new ByteReader(file, 12, undefined, true);
    while (chunks.left >= 8) {
      const type = chunks.ascii(4);
      const size = chunks.u32();
      // Some programs count the chunk's own heading, or more than there is; the number of colors counts.
      const chunk = chunks.part(Math.min(size + (size & 1), chunks.left));
      if (type !== 'data') continue;
      chunk.u16();
      for (let left = chunk.u16(); left > 0; left--) {
        list.add([chunk.u8(), chunk.u8(), chunk.u8(), 255]);
        chunk.u8();
      }
      return list.palette();
    }
    throw file.damaged(l10n.t('it has no colors (its “data” chunk is missing)'));
  },
};
