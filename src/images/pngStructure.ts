/** Whether a PNG file is whole and what its header says, without decoding any pixel. (W3C, *PNG Specification, Third Edition*, 2025.) */
import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';
import { crc32 } from './crc32';
import { readOrientation, type Orientation } from './exifOrientation';
import { imageHeader, type ImageHeader } from './imageHeader';
import { chunksOf, PNG_SIGNATURE } from './pngChunks';
import { ChunkRules } from './pngRules';

const HEADER_END = PNG_SIGNATURE.length + 4 + 4 + 13;
/** The specification's limit: sides fit 31 bits. */
const MAX_SIDE = 0x7fffffff;

/** Stands before the header where the samples are not what PNG says. */
const APPLE_CHUNK = 'CgBI';

/** The bit depths each color type may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Chunks that the picture depends on, and what to call them. */
const PICTURE_CHUNKS: ReadonlyMap<string, () => string> = new Map([
  ['IHDR', () => l10n.t('header')],
  ['PLTE', () => l10n.t('palette')],
  ['tRNS', () => l10n.t('transparency')],
  ['IDAT', () => l10n.t('picture data')],
]);

/**
 * Size, kind and orientation of a PNG. Only needs the file's beginning, up to its first IDAT chunk.
 *
 * @param bytes A file that starts with `PNG_SIGNATURE`.
 * @throws UserError when the header is cut off or says what no PNG can be.
 */
export function readPngHeader(bytes: Uint8Array, name: string): ImageHeader {
  if (bytes.length < HEADER_END) {
    throw new UserError(
      l10n.t('“{0}” is cut off: the file ends within its header. Get a complete copy of it.', name),
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (String.fromCharCode(...bytes.subarray(12, 16)) === APPLE_CHUNK) {
    throw new UserError(
      l10n.t(
        '“{0}” is a PNG that Xcode made for iPhone apps, which only Apple’s programs can read. Use the picture it was made from.',
        name,
      ),
    );
  }
  if (view.getUint32(8) !== 13 || String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR') {
    throw new UserError(
      l10n.t(
        '“{0}” is damaged: its first chunk is not a PNG header. Get a fresh copy of it, or save it again.',
        name,
      ),
    );
  }
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width === 0 || height === 0 || width > MAX_SIDE || height > MAX_SIDE) {
    throw new UserError(
      l10n.t(
        '“{0}” is damaged: its header says {1} × {2} pixels, which no image can have. Get a fresh copy of it.',
        name,
        width,
        height,
      ),
    );
  }
  const depth = view.getUint8(24);
  const colorType = view.getUint8(25);
  if (!DEPTHS[colorType]?.includes(depth)) {
    throw new UserError(
      l10n.t(
        '“{0}” is damaged: its header says color type {1} with {2} bits, which PNG does not have. Get a fresh copy of it.',
        name,
        colorType,
        depth,
      ),
    );
  }
  if (view.getUint8(26) !== 0 || view.getUint8(27) !== 0 || view.getUint8(28) > 1) {
    throw new UserError(
      l10n.t(
        '“{0}” is damaged: its header asks for a way of storing that PNG does not have. Get a fresh copy of it.',
        name,
      ),
    );
  }
  let isAnimated = false;
  let orientation: Orientation = 1;
  for (const { type, data } of chunksOf(bytes)) {
    if (type === 'IDAT') break;
    if (type === 'acTL') isAnimated = true;
    if (type === 'eXIf') orientation = readOrientation(data);
  }
  return imageHeader(isAnimated ? 'APNG' : 'PNG', width, height, orientation);
}

/**
 * The PNG without what may follow its end (some programs append their own data). Checksums are compared here, for the
 * decoder would not say which of them is wrong.
 *
 * @param bytes A file whose header has been read.
 * @returns A view on `bytes`.
 * @throws UserError when the file ends too early, holds no picture, breaks a rule that its picture depends on, or has a
 *   wrong checksum there.
 */
export function wholePng(bytes: Uint8Array, name: string): Uint8Array {
  const rules = new ChunkRules(bytes[25] ?? 0);
  let hasData = false;
  let start = PNG_SIGNATURE.length;
  for (const chunk of chunksOf(bytes)) {
    const { type, crc, end } = chunk;
    const part = PICTURE_CHUNKS.get(type);
    if (part !== undefined && crc32(bytes.subarray(start + 4, end - 4)) !== crc) {
      throw new UserError(
        l10n.t(
          '“{0}” is damaged: the checksum of its {1} ({2}) does not match. Get a fresh copy of it.',
          name,
          part(),
          type,
        ),
      );
    }
    const fault = rules.faultOf(chunk);
    if (fault !== undefined) {
      throw new UserError(l10n.t('“{0}” is damaged: {1}. Get a fresh copy of it.', name, fault));
    }
    start = end;
    if (type === 'IDAT') hasData = true;
    if (type !== 'IEND') continue;
    if (hasData) return bytes.subarray(0, end);
    throw new UserError(
      l10n.t(
        '“{0}” holds no picture: its data (IDAT) is missing. Save it again from the program it was made with.',
        name,
      ),
    );
  }
  throw new UserError(
    l10n.t(
      '“{0}” is cut off or damaged: the file ends before the picture does. Get a complete copy of it.',
      name,
    ),
  );
}

/** The first chunk that the picture does not need whose checksum is wrong: it may have been one that it needs. */
export function damagedSideChunk(png: Uint8Array): string | undefined {
  for (const { type, crc, data, end } of chunksOf(png)) {
    if (!PICTURE_CHUNKS.has(type) && crc32(png.subarray(end - 8 - data.length, end - 4)) !== crc) return type;
  }
  return undefined;
}
