/**
 * Photoshop's color swatches (“Adobe Photoshop File Formats Specification”, 2019, “Color swatches”), all big endian:
 * version 1, the number of colors, and for each a color space and four 16-bit numbers; then the same as version 2 with
 * UTF-16 names. No alpha.
 */
import * as l10n from '@vscode/l10n';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import { ColorList } from './colorList';
import { rgbaOfCmyk, rgbaOfHsb, rgbaOfLab } from './colorModels';
import { byteOf } from './cssColor';
import type { PaletteFormat } from './format';
import { labelsOf } from './naming';
import { hexOf, type Rgba } from './palette';
import type { PaletteFile } from './paletteFile';

const RGB = 0;
/** A byte as 16 bits: 255 becomes 65535. */
const WIDE = 257;
const ENTRY_BYTES = 10;

export const adobeColor: PaletteFormat = {
  id: 'aco',
  get label() {
    return l10n.t('Photoshop color swatches');
  },
  group: 'design',
  extensions: ['aco'],
  isBinary: true,
  holds: { alpha: 'none', names: 'text' },
  write(palette, naming) {
    const { colors } = palette;
    const names = labelsOf(palette, naming);
    const writer = new ByteWriter().u16(1, colors.length);
    for (const { rgba } of colors) writer.u16(RGB, ...numbersOf(rgba));
    writer.u16(2, colors.length);
    colors.forEach(({ rgba }, i) => {
      const name = names[i] ?? hexOf([rgba[0], rgba[1], rgba[2], 255]);
      writer
        .u16(RGB, ...numbersOf(rgba))
        .u32(name.length + 1)
        .utf16(name);
    });
    return writer.done();
  },
  recognizes: (file) => file.text === undefined && isSwatches(file),
  read(file) {
    const list = new ColorList(file);
    const reader = new ByteReader(file);
    let version = reader.u16();
    let count = reader.u16();
    const second = 4 + ENTRY_BYTES * count;
    if (version === 1 && file.bytes[second] === 0 && file.bytes[second + 1] === 2) {
      reader.part(ENTRY_BYTES * count);
      version = reader.u16();
      count = reader.u16();
    }
    for (let left = count; left > 0; left--) {
      const rgba = colorOf(reader.u16(), [reader.u16(), reader.u16(), reader.u16(), reader.u16()]);
      const name = version === 2 ? reader.utf16(reader.u32()) : undefined;
      // Swatches of color books have no numbers of their own; they are passed over.
      if (rgba) list.add(rgba, name);
    }
    return list.palette();
  },
};

function numbersOf([r, g, b]: Rgba): number[] {
  return [WIDE * r, WIDE * g, WIDE * b, 0];
}

/**
 * There is no magic number: the length must fit the number of colors, or the second part begin where it should, with the
 * same number. Files of version 2 alone are known by their name.
 */
function isSwatches({ bytes, extension }: PaletteFile): boolean {
  const [zero, version, high, low] = bytes;
  if (bytes.length < 4 || zero !== 0) return false;
  if (version !== 1) return version === 2 && extension === 'aco';
  const end = 4 + ENTRY_BYTES * ((high! << 8) | low!);
  const second = [0, 2, high, low].every((byte, i) => bytes[end + i] === byte);
  return second || bytes.length === end || extension === 'aco';
}

function colorOf(space: number, [w, x, y, z]: [number, number, number, number]): Rgba | undefined {
  switch (space) {
    case RGB:
      return [byteOf(w / 65535), byteOf(x / 65535), byteOf(y / 65535), 255];
    case 1:
      return rgbaOfHsb(w / 65535, x / 65535, y / 65535);
    case 2: // 0 is all the ink
      return rgbaOfCmyk(1 - w / 65535, 1 - x / 65535, 1 - y / 65535, 1 - z / 65535);
    case 7:
      return rgbaOfLab(w / 100, signed(x) / 100, signed(y) / 100);
    case 8: {
      const gray = byteOf(1 - w / 10000);
      return [gray, gray, gray, 255];
    }
    case 9:
      return rgbaOfCmyk(w / 10000, x / 10000, y / 10000, z / 10000);
    default:
      return undefined;
  }
}

function signed(word: number): number {
  return word < 0x8000 ? word : word - 0x10000;
}
