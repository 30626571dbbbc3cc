/** The segments of a JPEG file, read without decoding any pixel. (ITU-T T.81, *JPEG*, 1992, annex B.) */
import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';
import { readOrientation, type Orientation } from './exifOrientation';
import { imageHeader, type ImageHeader } from './imageHeader';
import { refuseManyPasses, refuseTooLarge } from './jpegLimits';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP2 = 0xe2;
const PROFILE_ID = 'ICC_PROFILE\0';
const EXIF_ID = 'Exif\0\0';

/** Frames a browser, and so our decoder, knows: baseline, extended and progressive, all Huffman coded. */
const DECODABLE_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const LOSSLESS_FRAMES: readonly number[] = [0xc3, 0xc7, 0xcb, 0xcf];
const ARITHMETIC_FRAMES: readonly number[] = [0xc9, 0xca];

interface Segment {
  marker: number;
  /** The content, without marker and length; a view on the file's bytes. */
  data: Uint8Array;
}

interface Frame {
  marker: number;
  /** Bits a sample. */
  precision: number;
  width: number;
  height: number;
  /** Identifiers of the color components. */
  components: number[];
}

/** What is known of a JPEG from its segments. */
interface JpegStructure {
  frame: Frame | undefined;
  orientation: Orientation;
  profileParts: Uint8Array[];
  /** All EXIF blocks, `Exif\0\0` first; views on the file's bytes. */
  exifBlocks: Uint8Array[];
  /** Components that some scan holds data of. */
  scanned: Set<number>;
  frameCount: number;
  scanCount: number;
  hasEnd: boolean;
}

/** The segments that are whole, in order, up to the end of the image. Ends quietly at the first that is not. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment, void> {
  let at = 2;
  for (;;) {
    // Compressed data lies between segments; in it every 0xff is followed by 0 or a restart marker.
    at = bytes.indexOf(0xff, at);
    if (at < 0) return;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    if (marker === undefined) return;
    if (marker <= 0x01 || (marker >= 0xd0 && marker <= SOI)) continue;
    if (marker === EOI) {
      yield { marker, data: bytes.subarray(at, at) };
      return;
    }
    const length = uint16(bytes, at);
    if (length < 2 || at + length > bytes.length) return;
    yield { marker, data: bytes.subarray(at + 2, at + length) };
    at += length;
  }
}

function readStructure(bytes: Uint8Array, stopsAtScan: boolean): JpegStructure {
  const structure: JpegStructure = {
    frame: undefined,
    orientation: 1,
    profileParts: [],
    exifBlocks: [],
    scanned: new Set(),
    frameCount: 0,
    scanCount: 0,
    hasEnd: false,
  };
  for (const { marker, data } of segmentsOf(bytes)) {
    if (isFrame(marker) && data.length >= 6) {
      structure.frame ??= readFrame(marker, data);
      structure.frameCount++;
    } else if (marker === APP1 && startsWith(data, EXIF_ID)) {
      if (structure.exifBlocks.length === 0) {
        structure.orientation = readOrientation(data.subarray(EXIF_ID.length));
      }
      structure.exifBlocks.push(data);
    } else if (marker === APP2 && startsWith(data, PROFILE_ID)) {
      structure.profileParts.push(data);
    } else if (marker === SOS) {
      if (stopsAtScan) break;
      structure.scanCount++;
      for (let i = 0; i < (data[0] ?? 0); i++) structure.scanned.add(data[1 + 2 * i] ?? -1);
    } else if (marker === EOI) {
      structure.hasEnd = true;
    }
  }
  return structure;
}

/**
 * Size and orientation of a JPEG. Only needs the file's beginning, up to its first scan.
 *
 * @param bytes A file that starts with 0xff 0xd8 0xff.
 * @throws UserError when the header is cut off, or of a kind of JPEG that cannot be decoded.
 */
export function readJpegHeader(bytes: Uint8Array, name: string): ImageHeader {
  const { frame, orientation } = readStructure(bytes, true);
  if (frame === undefined) {
    throw new UserError(
      l10n.t(
        '“{0}” is cut off or damaged: the file ends before it says how large the picture is. Get a complete copy of it.',
        name,
      ),
    );
  }
  if (frame.width === 0 || frame.height === 0) {
    throw new UserError(
      l10n.t(
        '“{0}” is damaged: its header says {1} × {2} pixels, which no image can have. Get a fresh copy of it.',
        name,
        frame.width,
        frame.height,
      ),
    );
  }
  const kind = undecodableKind(frame);
  if (kind !== undefined) {
    throw new UserError(
      l10n.t(
        '“{0}” is {1}, which Tessera cannot read. Save it as a PNG or an ordinary JPEG and try again.',
        name,
        kind,
      ),
    );
  }
  refuseTooLarge(frame, name);
  return imageHeader('JPEG', frame.width, frame.height, orientation);
}

/**
 * The JPEG as it is given to jimp: its EXIF blocks renamed in a copy of the file, so that jimp does not turn
 * the picture too (see `turnUpright`); the same bytes when there are none.
 *
 * @throws UserError when the file ends too early or a scan is missing: decoders fill what is missing with
 *   gray and say nothing.
 */
export function wholeJpeg(bytes: Uint8Array, name: string): Uint8Array {
  const { frame, frameCount, scanCount, scanned, hasEnd, exifBlocks } = readStructure(bytes, false);
  if (!hasEnd || frame?.components.some((id) => !scanned.has(id))) {
    throw new UserError(
      l10n.t(
        '“{0}” is cut off or damaged: the file ends before the picture does. Get a complete copy of it.',
        name,
      ),
    );
  }
  if (frameCount > 1) {
    throw new UserError(l10n.t('“{0}” is damaged: it has two headers. Get a fresh copy of it.', name));
  }
  if (frame) refuseManyPasses(frame, scanCount, name);
  if (exifBlocks.length === 0) return bytes;
  const copy = new Uint8Array(bytes); // slice() would be a view if it is a Buffer
  for (const block of exifBlocks) copy.set([0, 0, 0, 0], block.byteOffset - bytes.byteOffset);
  return copy;
}

/** Whether the picture is CMYK or YCCK: has four components. */
export function isCmykJpeg(bytes: Uint8Array): boolean {
  return readStructure(bytes, true).frame?.components.length === 4;
}

/** The segments of the color profile, as they are in the file, and whether the picture is CMYK. */
export function profileParts(bytes: Uint8Array): { parts: Uint8Array[]; isCmyk: boolean } {
  const { frame, profileParts: parts } = readStructure(bytes, true);
  return { parts, isCmyk: frame?.components.length === 4 };
}

/** What to call a kind of JPEG that cannot be decoded; `undefined` for the ordinary kinds. */
function undecodableKind({ marker, precision, components }: Frame): string | undefined {
  if (LOSSLESS_FRAMES.includes(marker)) return l10n.t('a lossless JPEG');
  if (ARITHMETIC_FRAMES.includes(marker)) return l10n.t('an arithmetic-coded JPEG');
  if (!DECODABLE_FRAMES.includes(marker)) return l10n.t('a hierarchical JPEG');
  if (precision !== 8) return l10n.t('a {0}-bit JPEG', precision);
  if (![1, 3, 4].includes(components.length))
    return l10n.t('a JPEG with {0} color components', components.length);
  return undefined;
}

function readFrame(marker: number, data: Uint8Array): Frame {
  const components: number[] = [];
  for (let i = 0; i < (data[5] ?? 0); i++) components.push(data[6 + 3 * i] ?? -1);
  return {
    marker,
    precision: data[0] ?? 0,
    height: uint16(data, 1),
    width: uint16(data, 3),
    components,
  };
}

/** SOF0–SOF15; the numbers between them that mean something else are DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function startsWith(data: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (data[i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Big-endian; 0 beyond the end. */
function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
