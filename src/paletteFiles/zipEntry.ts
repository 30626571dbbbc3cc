/**
 * One file out of a ZIP archive (PKWARE, *.ZIP File Format Specification*, 6.3.10): the end record, the directory before
 * it, the entry. fflate's own reader refuses archives whose sizes stand in ZIP64 fields without a ZIP64 end record, as
 * some programs write them; here it only inflates, into memory whose size was checked before.
 */
import * as l10n from '@vscode/l10n';
import { inflateSync } from 'fflate';
import type { PaletteFile } from './paletteFile';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** The end record may be followed by a comment of so many bytes. */
const MAX_COMMENT = 0xffff;
/** A size or place that stands in the ZIP64 field. */
const ELSEWHERE = 0xffffffff;
const ZIP64 = 0x0001;
const STORED = 0;
const DEFLATED = 8;

/**
 * @param maxBytes Of the unpacked entry.
 * @throws UserError when the archive is damaged, or the entry is missing, encrypted or too large.
 */
export function unzipEntry(file: PaletteFile, name: string, maxBytes: number): Uint8Array {
  const { bytes } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = directoryStart(view);
  while (at !== undefined && at + ENTRY_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    if (latin1(bytes, at + ENTRY_BYTES, nameLength) === name) return entryAt(file, view, at, maxBytes);
    at += ENTRY_BYTES + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  throw file.damaged(l10n.t('it is a ZIP archive without a “{0}”', name));
}

function directoryStart(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return view.getUint32(at + 16, true);
  }
  return undefined;
}

function entryAt(file: PaletteFile, view: DataView, at: number, maxBytes: number): Uint8Array {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) {
    throw file.damaged(l10n.t('it is a ZIP archive that is encrypted or packed in an unusual way'));
  }
  const { packed, size, local } = placeOf(view, at);
  if (size > maxBytes)
    throw file.damaged(l10n.t('it says that it unpacks to {0} bytes, more than any palette has', size));
  const isInside = local + LOCAL_BYTES <= view.byteLength && view.getUint32(local, true) === LOCAL;
  const start = isInside
    ? local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    : Infinity;
  if (start + packed > view.byteLength) throw file.damaged(l10n.t('it is a ZIP archive that is cut off'));
  const data = file.bytes.subarray(start, start + packed);
  if (method === STORED) return data;
  try {
    return inflateSync(data, { out: new Uint8Array(size) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw file.damaged(l10n.t('it does not unpack ({0})', reason));
  }
}

/** Bytes packed and unpacked, and where the entry's own header is. */
function placeOf(view: DataView, at: number): { packed: number; size: number; local: number } {
  const fields = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true) };
  let local = view.getUint32(at + 42, true);
  let extra = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const end = Math.min(view.byteLength, extra + view.getUint16(at + 30, true));
  while (extra + 4 <= end) {
    const next = extra + 4 + view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === ZIP64) {
      let from = extra + 4;
      const wide = () => {
        const value = from + 8 <= Math.min(end, next) ? Number(view.getBigUint64(from, true)) : Infinity;
        from += 8;
        return value;
      };
      if (fields.size === ELSEWHERE) fields.size = wide();
      if (fields.packed === ELSEWHERE) fields.packed = wide();
      if (local === ELSEWHERE) local = wide();
    }
    extra = next;
  }
  return { ...fields, local };
}

function latin1(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 256)));
}
