/**
 * ICC color profiles, as far as they are a matrix and three curves, or one curve for gray: those of displays and cameras.
 * (ICC.1:2022; versions 2 and 4 do not differ here.) Tables for printers (LUT profiles, CMYK) are not read.
 */
import type { Curve, Matrix, RgbSpace } from './rgbSpace';

const HEADER_LENGTH = 128;
/** Tags of real profiles are a few dozen. */
const MAX_TAGS = 1000;
/** The white of the connection space: what gray's curve scales. */
const GRAY_TO_XYZ: Matrix = [
  0.9642 / 3,
  0.9642 / 3,
  0.9642 / 3,
  1 / 3,
  1 / 3,
  1 / 3,
  0.8249 / 3,
  0.8249 / 3,
  0.8249 / 3,
];

/**
 * @returns The space that the profile describes; `undefined` where it is damaged or of another kind.
 */
export function readIccProfile(profile: Uint8Array): RgbSpace | undefined {
  if (profile.length < HEADER_LENGTH + 4 || text(profile, 36) !== 'acsp' || text(profile, 20) !== 'XYZ ') {
    return undefined;
  }
  const space = text(profile, 16);
  const tag = (name: string) => tagOf(profile, name);
  if (space === 'GRAY') {
    const curve = readCurve(tag('kTRC'));
    return curve && { toXyz: GRAY_TO_XYZ, curves: [curve, curve, curve] };
  }
  if (space !== 'RGB ') return undefined;
  const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => readXyz(tag(name)));
  const [red, green, blue] = ['rTRC', 'gTRC', 'bTRC'].map((name) => readCurve(tag(name)));
  const [r, g, b] = columns;
  if (!r || !g || !b || !red || !green || !blue) return undefined;
  const toXyz = [0, 1, 2].flatMap((row) => [r[row]!, g[row]!, b[row]!]);
  return { toXyz, curves: [red, green, blue] };
}

/** The content of a tag, with its type in front. */
function tagOf(profile: Uint8Array, name: string): DataView | undefined {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const count = Math.min(view.getUint32(HEADER_LENGTH), MAX_TAGS);
  for (let i = 0; i < count; i++) {
    const at = HEADER_LENGTH + 4 + 12 * i;
    if (at + 12 > profile.length) return undefined;
    if (text(profile, at) !== name) continue;
    const [start, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (start + length > profile.length) return undefined;
    return new DataView(profile.buffer, profile.byteOffset + start, length);
  }
  return undefined;
}

function readXyz(tag: DataView | undefined): number[] | undefined {
  if (!tag || tag.byteLength < 20 || tag.getUint32(0) !== XYZ_TYPE) return undefined;
  return [8, 12, 16].map((at) => fixed(tag, at));
}

const XYZ_TYPE = 0x58595a20; // “XYZ ”
const CURVE_TYPE = 0x63757276; // “curv”
const PARAMETRIC_TYPE = 0x70617261; // “para”

function readCurve(tag: DataView | undefined): Curve | undefined {
  if (!tag || tag.byteLength < 12) return undefined;
  const type = tag.getUint32(0);
  const linear = type === CURVE_TYPE ? sampled(tag) : type === PARAMETRIC_TYPE ? parametric(tag) : undefined;
  return linear && ((value) => Math.min(1, Math.max(0, linear(value) || 0))); // NaN where parameters make no sense
}

/** A gamma, or values at equal distances. */
function sampled(tag: DataView): Curve | undefined {
  const count = tag.getUint32(8);
  if (count === 0) return (value) => value;
  if (12 + 2 * count > tag.byteLength) return undefined;
  if (count === 1) {
    const gamma = tag.getUint16(12) / 256;
    return (value) => value ** gamma;
  }
  return (value) => {
    const at = value * (count - 1);
    const below = Math.min(Math.floor(at), count - 2);
    const [low, high] = [tag.getUint16(12 + 2 * below), tag.getUint16(14 + 2 * below)];
    return (low + (high - low) * (at - below)) / 65535;
  };
}

/** Parameters of each function type, in the order of ICC.1:2022, table 68. */
const PARAMETER_COUNTS: readonly number[] = [1, 3, 4, 5, 7];

function parametric(tag: DataView): Curve | undefined {
  const type = tag.getUint16(8);
  const count = PARAMETER_COUNTS[type];
  if (count === undefined || 12 + 4 * count > tag.byteLength) return undefined;
  const parameter = (i: number) => (i < count ? fixed(tag, 12 + 4 * i) : 0);
  const [g, a, b] = [parameter(0), type === 0 ? 1 : parameter(1), parameter(2)];
  switch (type) {
    case 0:
      return (x) => x ** g;
    case 1:
      return (x) => (a * x + b >= 0 ? (a * x + b) ** g : 0);
    case 2:
      return (x) => (a * x + b >= 0 ? (a * x + b) ** g : 0) + parameter(3);
    default: {
      const [c, d, e, f] = [parameter(3), parameter(4), parameter(5), parameter(6)];
      return (x) => (x >= d ? Math.max(0, a * x + b) ** g + e : c * x + f);
    }
  }
}

/** s15Fixed16Number */
function fixed(view: DataView, at: number): number {
  return view.getInt32(at) / 65536;
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
