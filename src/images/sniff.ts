import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';
import { isGitLfsPointer, nameForeignFormat } from './foreignFormats';
import type { ImageHeader } from './imageHeader';
import { readJpegHeader } from './jpegStructure';
import { PNG_SIGNATURE } from './pngChunks';
import { readPngHeader } from './pngStructure';

/**
 * What a file is by its content, and its size from its header; no pixel is decoded.
 *
 * @param bytes The file, or at least its beginning (up to the first IDAT chunk or scan).
 * @param name What the file is called in error messages.
 * @throws UserError when the file is empty, not a PNG or JPEG, or its header is cut off, impossible, or of a
 *   kind that cannot be decoded.
 */
export function sniff(bytes: Uint8Array, name: string): ImageHeader {
  if (bytes.length === 0) throw new UserError(l10n.t('“{0}” is empty: the file has 0 bytes.', name));
  if (PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) return readPngHeader(bytes, name);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return readJpegHeader(bytes, name);
  throw new UserError(sentenceFor(bytes, name));
}

function sentenceFor(bytes: Uint8Array, name: string): string {
  if (isNearlyPng(bytes)) {
    return l10n.t(
      '“{0}” is a PNG that was damaged on its way: its first bytes are altered or missing. Get a fresh copy of it.',
      name,
    );
  }
  if (isGitLfsPointer(bytes)) {
    return l10n.t(
      '“{0}” is a Git LFS pointer, not the image itself. Run “git lfs pull” and try again.',
      name,
    );
  }
  const kind = nameForeignFormat(bytes);
  return kind === undefined
    ? l10n.t('“{0}” is not an image Tessera knows; it reads PNG and JPEG.', name)
    : l10n.t('“{0}” is really {1}; Tessera reads PNG and JPEG.', name, kind);
}

/** A transfer in text mode changes line ends and cuts the eighth bit: that is what the signature is made to show. */
function isNearlyPng(bytes: Uint8Array): boolean {
  if (bytes.length < PNG_SIGNATURE.length) {
    return PNG_SIGNATURE.subarray(0, bytes.length).every((byte, i) => bytes[i] === byte);
  }
  const start = String.fromCharCode(...bytes.subarray(0, 20));
  return start.includes('IHDR') || start.startsWith('PNG', 1);
}
