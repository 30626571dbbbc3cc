/** Names for files that are neither PNG nor JPEG, so that an error can say what they really are. */

/** A name with its article, and texts (Latin-1) that stand at these offsets. */
type Signature = readonly [kind: string, ...texts: (readonly [at: number, text: string])[]];

const SIGNATURES: readonly Signature[] = [
  ['a GIF image', [0, 'GIF8']],
  ['a WebP image', [0, 'RIFF'], [8, 'WEBP']],
  ['a BMP image', [0, 'BM'], [6, '\0\0\0\0']],
  ['a TIFF image', [0, 'II*\0']],
  ['a TIFF image', [0, 'MM\0*']],
  ['an AVIF image', [4, 'ftypavi']],
  ['a HEIC image', [4, 'ftyphei']],
  ['a HEIC image', [4, 'ftyphev']],
  ['a HEIC image', [4, 'ftypmif1']],
  ['a HEIC image', [4, 'ftypmsf1']],
  ['a JPEG 2000 image', [4, 'jP  ']],
  ['a JPEG XL image', [4, 'JXL ']],
  ['a JPEG XL image', [0, '\xff\x0a']],
  ['a QOI image', [0, 'qoif']],
  ['a Photoshop document', [0, '8BPS']],
  ['an icon file (ICO)', [0, '\0\0\x01\0']],
  ['a PDF document', [0, '%PDF-']],
  ['a ZIP archive', [0, 'PK\x03\x04']],
];

/** Bytes looked at to tell text from anything else. */
const TEXT_PROBE = 1024;

/**
 * What the bytes look like, with an article (“a GIF image”); `undefined` when they look like nothing known.
 * A text is a Git LFS pointer, an SVG image, a web page, or just “a text file”.
 */
export function nameForeignFormat(bytes: Uint8Array): string | undefined {
  const found = SIGNATURES.find(([, ...texts]) => texts.every(([at, text]) => hasText(bytes, at, text)));
  if (found !== undefined) return found[0];
  const text = asText(bytes.subarray(0, TEXT_PROBE));
  if (text === undefined) return undefined;
  if (text.startsWith('version https://git-lfs')) return 'a Git LFS pointer';
  if (/<svg[\s>]/i.test(text)) return 'an SVG image';
  if (/^\s*(<!doctype html|<html)/i.test(text)) return 'a web page';
  return 'a text file';
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
