/**
 * The samples of a PNG as they stand in the file (W3C, *PNG Specification, Third Edition*, 2025, clauses 7–10): a map of
 * labels must not be taken for a picture and converted. Never unpacks more than the header says, and refuses a header
 * that says too much.
 */
import { joinedBytes } from '../shared/joinedBytes';
import * as l10n from '@vscode/l10n';
import { unzlibSync } from 'fflate';
import { undoFilter } from '../images/pngFilters';
import { chunksOf } from '../images/pngChunks';
import { readPngHeader, wholePng } from '../images/pngStructure';
import { UserError } from '../shared/userError';

export interface PngSamples {
  width: number;
  height: number;
  /** 0 gray, 2 RGB, 3 indexed, 4 gray and alpha, 6 RGBA. */
  colorType: number;
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  depth: number;
  /** `width · height · channels`, rows from the top, not scaled. */
  samples: Uint16Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * @param bytes A file that starts with PNG's signature.
 * @param maxPixels Larger pictures are refused.
 * @throws UserError when the file is damaged, cut off, too large or interlaced.
 */
export function readPngSamples(bytes: Uint8Array, name: string, maxPixels: number): PngSamples {
  const { width, height } = readPngHeader(bytes, name);
  if (width * height > maxPixels) {
    throw new UserError(
      l10n.t('“{0}” has {1} × {2} pixels, more than can be read here.', name, width, height),
    );
  }
  const [depth, colorType, , , interlace] = wholePng(bytes, name).subarray(24, 29);
  if (interlace !== 0) {
    throw new UserError(
      l10n.t("“{0}” is interlaced, which can't be read here. Save it without interlacing.", name),
    );
  }
  const channels = CHANNELS[colorType!]!; // readPngHeader has checked it
  const rowBytes = Math.ceil((width * channels * depth!) / 8);
  const data = unpacked(bytes, name, (rowBytes + 1) * height);
  undoFilters(data, rowBytes, height, Math.max(1, (channels * depth!) >> 3), name);
  const samples = new Uint16Array(width * channels * height);
  for (let y = 0, to = 0; y < height; y++) {
    const start = y * (rowBytes + 1) + 1;
    for (let x = 0; x < width * channels; x++) samples[to++] = sampleAt(data, start, x, depth!);
  }
  return { width, height, colorType: colorType!, depth: depth!, samples };
}

function unpacked(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const parts = [...chunksOf(bytes)].filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const packed = joinedBytes(parts);
  const data = new Uint8Array(size);
  try {
    if (unzlibSync(packed, { out: data }).length === size) return data; // what is more is dropped
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      l10n.t(
        '“{0}” is damaged: its picture data does not unpack ({1}). Get a fresh copy of it.',
        name,
        reason,
      ),
      { cause: error },
    );
  }
  throw new UserError(
    l10n.t('“{0}” is cut off: its picture data ends too early. Get a complete copy of it.', name),
  );
}

/** In place; `step` is the distance in bytes to the pixel before. */
function undoFilters(data: Uint8Array, rowBytes: number, height: number, step: number, name: string): void {
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    const row = data.subarray(start + 1, start + 1 + rowBytes);
    if (!undoFilter(data[start]!, row, above, step)) {
      throw new UserError(
        l10n.t('“{0}” is damaged: row {1} has an unknown filter. Get a fresh copy of it.', name, y),
      );
    }
    above = row;
  }
}

function sampleAt(data: Uint8Array, start: number, x: number, depth: number): number {
  if (depth === 8) return data[start + x]!;
  if (depth === 16) return (data[start + 2 * x]! << 8) | data[start + 2 * x + 1]!;
  const bit = x * depth;
  return (data[start + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}
