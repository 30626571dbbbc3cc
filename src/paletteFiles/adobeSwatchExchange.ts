/**
 * Adobe Swatch Exchange, which Photoshop, Illustrator and InDesign share. Adobe published no description; this follows
 * “Adobe Swatch Exchange file format” by Olivier Berten (selapa.net/swatches/colors/fileformats.php#adobe_ase), all big
 * endian: `ASEF`, version 1.0, number of blocks; a block is a type, a length, and, for a color, a UTF-16 name, a color
 * model, its 32-bit floats, and a kind (0 global, 1 spot, 2 normal). No alpha.
 */
import * as l10n from '@vscode/l10n';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import { ColorList } from './colorList';
import { rgbaOfCmyk, rgbaOfLab } from './colorModels';
import { byteOf } from './cssColor';
import type { PaletteFormat } from './format';
import { labelsOf } from './naming';
import { hexOf, type Rgba } from './palette';

const COLOR_BLOCK = 0x0001;
const NORMAL = 2;

export const adobeSwatchExchange: PaletteFormat = {
  id: 'ase',
  get label() {
    return l10n.t('Adobe Swatch Exchange');
  },
  group: 'design',
  extensions: ['ase'],
  isBinary: true,
  holds: { alpha: 'none', names: 'text' },
  write(palette, naming) {
    const names = labelsOf(palette, naming);
    const writer = new ByteWriter().ascii('ASEF').u16(1, 0).u32(palette.colors.length);
    palette.colors.forEach(({ rgba }, i) => {
      const name = names[i] ?? hexOf([rgba[0], rgba[1], rgba[2], 255]);
      const units = name.length + 1;
      writer
        .u16(COLOR_BLOCK)
        .u32(2 + 2 * units + 4 + 12 + 2)
        .u16(units)
        .utf16(name)
        .ascii('RGB ');
      for (const byte of rgba.slice(0, 3)) writer.f32(byte / 255);
      writer.u16(NORMAL);
    });
    return writer.done();
  },
  recognizes: (file) => file.startsWith('ASEF'),
  read(file) {
    const list = new ColorList(file);
    const reader = new ByteReader(file, 4);
    const major = reader.u16();
    reader.u16();
    if (major !== 1) throw file.damaged(l10n.t('its version is {0}, and there is only version 1', major));
    for (let left = reader.u32(); left > 0 && reader.left >= 6; left--) {
      const type = reader.u16();
      const block = reader.part(reader.u32());
      if (type !== COLOR_BLOCK) continue; // the beginning or end of a group
      const name = block.utf16(block.u16());
      const rgba = colorOf(block);
      if (!rgba)
        throw file.damaged(
          l10n.t('color {0} is of a kind that the format does not have', list.colors.length + 1),
        );
      list.add(rgba, name);
    }
    return list.palette();
  },
};

function colorOf(block: ByteReader): Rgba | undefined {
  const model = block.ascii(4).trim().toLowerCase();
  switch (model) {
    case 'rgb':
      return [byteOf(block.f32()), byteOf(block.f32()), byteOf(block.f32()), 255];
    case 'gray': {
      const gray = byteOf(block.f32());
      return [gray, gray, gray, 255];
    }
    case 'cmyk':
      return rgbaOfCmyk(block.f32(), block.f32(), block.f32(), block.f32());
    case 'lab':
      return rgbaOfLab(100 * block.f32(), block.f32(), block.f32());
    default:
      return undefined;
  }
}
