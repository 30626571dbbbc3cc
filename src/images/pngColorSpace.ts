/** Which color space a PNG's samples are in (W3C, *PNG Specification, Third Edition*, 2025, clause 11.3.2). */
import { srgbToLinear } from '../engine/oklab';
import { unpackZlib } from './inflate.node';
import { readIccProfile } from './iccProfile';
import { chunksOf } from './pngChunks';
import {
  BT2020_PRIMARIES,
  D65,
  DISPLAY_P3_PRIMARIES,
  matrixOf,
  SRGB_PRIMARIES,
  type Chromaticity,
  type ColorSpace,
  type RgbSpace,
} from './rgbSpace';

/** Larger profiles are no pictures' (those of printers take up to 3 MB). */
const MAX_PROFILE = 8 << 20;
/** A gamma that differs less from what sRGB is near to is meant to be sRGB (libpng's threshold). */
const NEAR_GAMMA = 0.05;
const SRGB_GAMMA = 1 / 2.2;
const NEAR_POINT = 0.005;
const SRGB_POINTS = [D65, ...SRGB_PRIMARIES];
/** Of a matrix to XYZ; larger ones come of primaries that span no space. */
const MAX_FACTOR = 10;

/** Of what is there, the first counts: cICP, iCCP, sRGB, gAMA with cHRM. Nothing means sRGB. */
export async function pngColorSpace(png: Uint8Array): Promise<ColorSpace> {
  const found = new Map<string, Uint8Array>();
  for (const { type, data } of chunksOf(png)) {
    if (type === 'IDAT') break;
    if (!found.has(type)) found.set(type, data);
  }
  const codePoints = found.get('cICP');
  if (codePoints) return codedSpace(codePoints);
  const profile = found.get('iCCP');
  if (profile) return (await profileSpace(profile)) ?? 'unknown';
  const gamma = found.get('gAMA');
  if (found.has('sRGB') || !gamma) return 'srgb';
  return gammaSpace(gamma, found.get('cHRM')) ?? 'srgb';
}

/** Primaries by ITU-T H.273 that a picture may have; others have no use in files. */
const CODED_PRIMARIES: Readonly<Record<number, readonly Chromaticity[]>> = {
  1: SRGB_PRIMARIES,
  9: BT2020_PRIMARIES,
  12: DISPLAY_P3_PRIMARIES,
};

const CODED_TRANSFERS: Readonly<Record<number, (value: number) => number>> = {
  1: bt709ToLinear,
  4: (value) => value ** 2.2,
  5: (value) => value ** 2.8,
  6: bt709ToLinear,
  8: (value) => value,
  13: srgbToLinear,
  14: bt709ToLinear,
  15: bt709ToLinear,
};

/** Code points of ITU-T H.273. Of high dynamic range (PQ, HLG) we know no more than that it is not sRGB. */
function codedSpace([primaries = 0, transfer = 0, matrix, isFullRange]: Uint8Array): ColorSpace {
  const known = CODED_PRIMARIES[primaries];
  const linear = CODED_TRANSFERS[transfer];
  if (!known || !linear || matrix !== 0 || isFullRange !== 1) return 'unknown';
  return { toXyz: matrixOf(known, D65), curves: [linear, linear, linear] };
}

/** iCCP: a name, 0, the compression's number, the profile as a zlib stream. */
async function profileSpace(chunk: Uint8Array): Promise<RgbSpace | undefined> {
  const nameEnd = chunk.indexOf(0);
  if (nameEnd < 0 || chunk[nameEnd + 1] !== 0) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    await unpackZlib([chunk.subarray(nameEnd + 2)], (piece) => {
      length += piece.length;
      if (length > MAX_PROFILE) throw new Error('The color profile is too large.');
      pieces.push(piece);
    });
  } catch {
    return undefined; // The person is told that it was not applied.
  }
  const profile = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    profile.set(piece, at);
    at += piece.length;
  }
  return readIccProfile(profile);
}

/**
 * Without primaries they are those of sRGB. What is near sRGB in all of it is meant to be sRGB, as the specification
 * has such files written beside an sRGB chunk (Chromium takes their gamma literally: up to 7 levels in the darks).
 */
function gammaSpace(gamma: Uint8Array, chromaticities: Uint8Array | undefined): RgbSpace | undefined {
  const exponent = gamma.length === 4 ? uint32(gamma, 0) / 100_000 : 0;
  if (exponent === 0) return undefined;
  const [white, ...primaries] = chromaticities?.length === 32 ? points(chromaticities) : SRGB_POINTS;
  const matrix = matrixOf(primaries, white!);
  if (!matrix.every((value) => Math.abs(value) < MAX_FACTOR)) return undefined;
  const isNearGamma = Math.abs(exponent / SRGB_GAMMA - 1) < NEAR_GAMMA;
  const isSrgb = [white!, ...primaries].every((point, i) =>
    point.every((value, axis) => Math.abs(value - SRGB_POINTS[i]![axis]!) < NEAR_POINT),
  );
  if (isNearGamma && isSrgb) return undefined;
  const curve = (value: number) => value ** (1 / exponent);
  return { toXyz: matrix, curves: [curve, curve, curve] };
}

/** White, red, green and blue: x and y in 1/100,000. */
function points(chunk: Uint8Array): Chromaticity[] {
  return [0, 8, 16, 24].map((at) => [uint32(chunk, at) / 100_000, uint32(chunk, at + 4) / 100_000]);
}

function bt709ToLinear(value: number): number {
  return value < 0.081 ? value / 4.5 : ((value + 0.099) / 1.099) ** (1 / 0.45);
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
