/** A palette from any file: what it is shows in its content; its name only helps where content could mean two things. */
import * as l10n from '@vscode/l10n';
import { nameForeignFormat } from '../images/foreignFormats';
import { UserError } from '../shared/userError';
import { formatBytes } from '../shared/formatBytes';
import type { PaletteFormat } from './format';
import { PALETTE_FORMATS } from './formats';
import type { NamedPalette } from './palette';
import { PaletteFile } from './paletteFile';

/** A palette of 4096 colors takes less than 1 MB in any format. */
const MAX_BYTES = 4 << 20;
/** An indexed PNG's palette is found without unpacking the picture. */
const MAX_PNG_BYTES = 64 << 20;

export interface ReadPalette {
  palette: NamedPalette;
  /** Of the format that the file turned out to be. */
  format: PaletteFormat;
}

/**
 * @param bytes The whole file. Not changed.
 * @param name The file's name without folder.
 * @throws UserError when the file is no palette, damaged, cut off, too large, or holds no color or more than 4096.
 */
export function readPalette(bytes: Uint8Array, name: string): ReadPalette {
  const file = new PaletteFile(bytes, name);
  if (bytes.length === 0) throw new UserError(l10n.t('“{0}” is empty: the file has 0 bytes.', name));
  const limit = bytes[0] === 0x89 ? MAX_PNG_BYTES : MAX_BYTES;
  if (bytes.length > limit) {
    throw new UserError(
      l10n.t(
        '“{0}” has {1}, more than any palette file has ({2}).',
        name,
        formatBytes(bytes.length),
        formatBytes(limit),
      ),
    );
  }
  const format = PALETTE_FORMATS.find(({ recognizes }) => recognizes?.(file));
  if (format?.read) return { palette: format.read(file), format };
  throw new UserError(noPalette(file));
}

function noPalette(file: PaletteFile): string {
  const { name, bytes, text } = file;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    return l10n.t(
      '“{0}” is a JPEG image, which has no palette of its own. Reduce it, and use the palette of the result.',
      name,
    );
  }
  if (text !== undefined) return l10n.t('“{0}” holds no colors that are written in a way known here.', name);
  const kind = nameForeignFormat(bytes);
  return kind === undefined
    ? l10n.t('“{0}” is not a palette file of a kind known here.', name)
    : l10n.t('“{0}” is {1}, not a palette file of a kind known here.', name, kind);
}
