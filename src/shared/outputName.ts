/** The names that reduced images are saved under. */
import * as l10n from '@vscode/l10n';
import { formatNumber } from './localization';
import { UserError } from './userError';

/** Default of the setting `tessera.save.fileName`. */
export const DEFAULT_NAME_PATTERN = '${name}.k${k}.png';

const EXTENSION = '.png';
/** What file systems allow: 255 bytes on Linux (macOS and Windows count characters, so are never stricter). */
const MAX_BYTES = 255;
/** Path separators, what Windows forbids, and control characters. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
/** Names that are devices on Windows, whatever extension follows. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const MAX_NUMBER = 9999;

export interface NameParts {
  /** The source's file name (no folder), with its extension. */
  sourceName: string;
  /** Number of colors asked for. */
  k: number;
  /** Number of colors the file holds. */
  colors: number;
}

/**
 * The name for a reduced image, without a folder: the pattern with `${name}`, `${k}` and `${colors}` filled in,
 * ending in `.png`, and fit for every file system. A name that would be too long loses the end of `${name}`. A
 * pattern that leaves nothing gives way to `DEFAULT_NAME_PATTERN`.
 */
export function outputName(pattern: string, parts: NameParts): string {
  const dot = parts.sourceName.lastIndexOf('.');
  const name = (dot > 0 ? parts.sourceName.slice(0, dot) : parts.sourceName) || 'image';
  const values = { k: String(parts.k), colors: String(parts.colors) };
  const wanted = fill(pattern, { name, ...values }) ?? fill(DEFAULT_NAME_PATTERN, { name, ...values });
  if (wanted === undefined) return `image.k${parts.k}${EXTENSION}`;
  const excess = byteLength(wanted) - MAX_BYTES;
  if (excess <= 0) return wanted;
  const shortName = cutToBytes(name, Math.max(1, byteLength(name) - excess));
  return cutStem(fill(pattern, { name: shortName, ...values }) ?? wanted, '');
}

/**
 * The first of `photo.png`, `photo (2).png`, `photo (3).png`, … that does not exist yet.
 *
 * @param exists Whether a file of that name is there. Asked once for each name, in order.
 * @throws UserError when 9999 of them exist.
 */
export async function nextFreeName(
  name: string,
  exists: (name: string) => Promise<boolean>,
): Promise<string> {
  if (!(await exists(name))) return name;
  for (let number = 2; number <= MAX_NUMBER; number++) {
    const candidate = cutStem(name, ` (${number})`);
    if (!(await exists(candidate))) return candidate;
  }
  throw new UserError(
    l10n.t(
      '“{0}” and {1} numbered copies of it exist already. Save under another name.',
      name,
      formatNumber(MAX_NUMBER - 1),
    ),
  );
}

/** The pattern filled in and made a file name; `undefined` when nothing is left before the extension. */
function fill(
  pattern: string,
  values: Readonly<Record<'name' | 'k' | 'colors', string>>,
): string | undefined {
  const filled = pattern.replace(/\$\{(name|k|colors)\}/g, (_, key: keyof typeof values) => values[key]);
  const safe = filled.replace(FORBIDDEN, '-').trim();
  const stem = safe
    .replace(/\.png$/i, '')
    .replace(/[. ]+$/, '')
    .replace(WINDOWS_DEVICE, '_$&');
  if (/^[-. ]*$/.test(stem)) return undefined;
  const extension = /\.png$/i.exec(safe)?.[0] ?? EXTENSION;
  return stem + extension;
}

/** `photo.png` and ` (2)` as `photo (2).png`, with the stem cut where the whole would be too long. */
function cutStem(name: string, suffix: string): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const end = suffix + (dot > 0 ? name.slice(dot) : '');
  return cutToBytes(stem, MAX_BYTES - byteLength(end)) + end;
}

/** Bytes of the text as UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The longest beginning that takes at most `limit` bytes as UTF-8, with no character cut in two. */
function cutToBytes(text: string, limit: number): string {
  let length = 0;
  let cut = '';
  for (const character of text) {
    length += byteLength(character);
    if (length > limit) break;
    cut += character;
  }
  return cut;
}
