/** The shown palette in one format. */
import type { WritingFormat } from '../../paletteFiles/format';
import { hexOf, type PaletteColor } from '../../paletteFiles/palette';
import type { ResultMessage } from '../../shared/messages';
import type { TesseraDocument } from '../document';
import { resultAtRest } from '../saveReduced';
import { setting } from '../settings';
import type { ExportFormat } from './exportFormats';
import { namingOf } from './namingOf';
import { shownPalette, type ShownPalette } from './shownPalette';

/** Waits for the picture to rest. Rejects with a `UserError` when there is none, or `Cancelled`. */
export async function paletteAtRest(document: TesseraDocument): Promise<ShownPalette> {
  return paletteOf(document, await resultAtRest(document, document.session.shownResult()));
}

function paletteOf(document: TesseraDocument, result: ResultMessage): ShownPalette {
  return shownPalette(result, document.name, document.colorNames, document.session.chosen.view);
}

export function namingFor(document: TesseraDocument, format: ExportFormat, palette: ShownPalette) {
  const settings = {
    prefix: setting('palette.prefix', document.uri),
    naming: setting('palette.naming', document.uri),
  };
  return namingOf(format, settings, palette.isNamed);
}

/** A text, or bytes. */
export function writtenPalette(
  document: TesseraDocument,
  format: WritingFormat,
  palette: ShownPalette,
): string | Uint8Array {
  return format.write(palette, namingFor(document, format, palette));
}

/** Contents of the files that the format has, by extension. Rejects with a `UserError`. */
export async function writtenFiles(
  document: TesseraDocument,
  format: ExportFormat,
  palette: ShownPalette,
): Promise<Record<string, Uint8Array>> {
  if ('write' in format) {
    return { [format.extensions[0]]: bytesOf(writtenPalette(document, format, palette)) };
  }
  const inFileOrder = {
    name: palette.name,
    colors: [...palette.colors]
      .sort((a, b) => a.index - b.index)
      .map(({ rgba, name, share, isLocked }) => ({ rgba, name, share, isLocked })),
  };
  const naming = namingFor(document, format, palette);
  const { codebook, labels } = await document.session.codebook(inFileOrder, naming);
  return { [format.extensions.codebook]: bytesOf(codebook), [format.extensions.labels]: labels };
}

/** Remembers the names that colors have. */
export function keepNames({ colorNames }: TesseraDocument, colors: readonly PaletteColor[]): void {
  for (const { rgba, name } of colors) if (name !== undefined) colorNames.set(hexOf(rgba), name);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
