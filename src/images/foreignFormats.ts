/** Names for files that are neither PNG nor JPEG, so that an error can say what they really are. */
import * as l10n from '@vscode/l10n';

/** A name with its article, and texts (Latin-1) that stand at these offsets. */
type Signature = readonly [kind: () => string, ...texts: (readonly [at: number, text: string])[]];

const SIGNATURES: readonly Signature[] = [
  [() => l10n.t('a GIF image'), [0, 'GIF8']],
  [() => l10n.t('a WebP image'), [0, 'RIFF'], [8, 'WEBP']],
  [() => l10n.t('a BMP image'), [0, 'BM'], [6, '\0\0\0\0']],
  [() => l10n.t('a TIFF image'), [0, 'II*\0']],
  [() => l10n.t('a TIFF image'), [0, 'MM\0*']],
  [() => l10n.t('an AVIF image'), [4, 'ftypavi']],
  [() => l10n.t('a HEIC image'), [4, 'ftyphei']],
  [() => l10n.t('a HEIC image'), [4, 'ftyphev']],
  [() => l10n.t('a HEIC image'), [4, 'ftypmif1']],
  [() => l10n.t('a HEIC image'), [4, 'ftypmsf1']],
  [() => l10n.t('a JPEG 2000 image'), [4, 'jP  ']],
  [() => l10n.t('a JPEG XL image'), [4, 'JXL ']],
  [() => l10n.t('a JPEG XL image'), [0, '\xff\x0a']],
  [() => l10n.t('a QOI image'), [0, 'qoif']],
  [() => l10n.t('a Photoshop document'), [0, '8BPS']],
  [() => l10n.t('an icon file (ICO)'), [0, '\0\0\x01\0']],
  [() => l10n.t('a PDF document'), [0, '%PDF-']],
  [() => l10n.t('a ZIP archive'), [0, 'PK\x03\x04']],
];

/** Bytes looked at to tell text from anything else. */
const TEXT_PROBE = 1024;

/** Whether the bytes are what Git LFS leaves in the place of a file that it did not fetch. */
export function isGitLfsPointer(bytes: Uint8Array): boolean {
  return hasText(bytes, 0, 'version https://git-lfs');
}

/**
 * What the bytes look like, with an article (“a GIF image”); `undefined` when they look like nothing known.
 * A text is an SVG image, a web page, or just “a text file”.
 */
export function nameForeignFormat(bytes: Uint8Array): string | undefined {
  const found = SIGNATURES.find(([, ...texts]) => texts.every(([at, text]) => hasText(bytes, at, text)));
  if (found !== undefined) return found[0]();
  const text = asText(bytes.subarray(0, TEXT_PROBE));
  if (text === undefined) return undefined;
  if (/<svg[\s>]/i.test(text)) return l10n.t('an SVG image');
  if (/^\s*(<!doctype html|<html)/i.test(text)) return l10n.t('a web page');
  return l10n.t('a text file');
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** The bytes as text when they are UTF-8 without control characters. A character cut off at the end is fine. */
function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return /\p{Cc}/u.test(text.replace(/[\t\r\n\f]/g, '')) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not UTF-8
    throw error;
  }
}
