/** A palette from whatever is brought along: a palette file, an indexed PNG, or another image, which is reduced first. */
import * as vscode from 'vscode';
import { showProgress } from '../notify';
import { paletteOfBytes, type NamedPalette } from '../../paletteFiles/palette';
import { readPalette } from '../../paletteFiles/readPalette';
import { UserError } from '../../shared/userError';
import type { TesseraDocument } from '../document';
import { setting } from '../settings';

const PNG_INDEXED = 3;
/** A smaller picture may be a strip of swatches, in an order that counts. */
const MOST_STRIP_PIXELS = 1 << 16;
let count = 0;

/** @param name Without folder. Rejects with a `UserError`. */
export async function importedPalette(
  document: TesseraDocument,
  bytes: Uint8Array,
  name: string,
): Promise<NamedPalette> {
  const isImage = isJpeg(bytes) || (isPng(bytes) && bytes[25] !== PNG_INDEXED);
  if (!isImage) return readPalette(bytes, name).palette;
  const own = isPng(bytes) && pixelsOf(bytes) <= MOST_STRIP_PIXELS ? ownColors(bytes, name) : undefined;
  return own ?? reducedPalette(document, bytes, name);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes.length > 25;
}

/** Of a PNG, by its header. */
function pixelsOf(bytes: Uint8Array): number {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return header.getUint32(16) * header.getUint32(20);
}

/** The different colors of a small picture, if they are few enough for a palette. */
function ownColors(bytes: Uint8Array, name: string): NamedPalette | undefined {
  try {
    return readPalette(bytes, name).palette;
  } catch (error) {
    if (error instanceof UserError) return undefined; // decoding it will say what is wrong, if anything is
    throw error;
  }
}

/** In as many colors as the present picture is to have. */
function reducedPalette(
  { worker, uri, session }: TesseraDocument,
  bytes: Uint8Array,
  name: string,
): Thenable<NamedPalette> {
  const documentId = `palette-${++count}`;
  return showProgress(vscode.l10n.t('Reading the colors of “{0}”…', name), async () => {
    try {
      const maxMegapixels = setting('limits.maxMegapixels', uri);
      await worker.open({ documentId, bytes: new Uint8Array(bytes), name, maxMegapixels });
      const options = { ...session.options, locked: [], recolored: [] };
      const { palette } = await worker.result(documentId, options);
      return paletteOfBytes(name.replace(/(?!^)\.[^.]*$/, ''), palette);
    } finally {
      worker.close(documentId);
    }
  });
}
