/** Color spaces of three primaries: what a matrix and three curves say. */

/** Nine numbers, row by row. */
export type Matrix = readonly number[];

/** x and y. */
export type Chromaticity = readonly [x: number, y: number];

export interface RgbSpace {
  /** From linear red, green and blue to XYZ relative to D50, the white that ICC profiles meet at. */
  toXyz: Matrix;
  /** For red, green and blue: from a sample, 0–1, to linear light, 0–1. */
  curves: readonly [Curve, Curve, Curve];
}

export type Curve = (value: number) => number;

/** A space to convert from, `srgb` where nothing is to be done, or `unknown` where the file says what we cannot apply. */
export type ColorSpace = RgbSpace | 'srgb' | 'unknown';

export const D65: Chromaticity = [0.3127, 0.329];
const D50_XYZ = [0.9642, 1, 0.8249];
/** Cone responses after Bradford (ICC.1:2022, annex E). */
const BRADFORD: Matrix = [0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296];

export const SRGB_PRIMARIES: readonly Chromaticity[] = [
  [0.64, 0.33],
  [0.3, 0.6],
  [0.15, 0.06],
];
export const DISPLAY_P3_PRIMARIES: readonly Chromaticity[] = [
  [0.68, 0.32],
  [0.265, 0.69],
  [0.15, 0.06],
];
export const BT2020_PRIMARIES: readonly Chromaticity[] = [
  [0.708, 0.292],
  [0.17, 0.797],
  [0.131, 0.046],
];

/** The matrix to XYZ (D50) of primaries and a white, adapted after Bradford. NaN where they span no space. */
export function matrixOf(primaries: readonly Chromaticity[], white: Chromaticity): Matrix {
  const columns = primaries.map(xyzOf);
  const raw = [0, 1, 2].flatMap((row) => columns.map((column) => column[row]!));
  const whiteXyz = xyzOf(white);
  const scale = timesVector(inverse(raw), whiteXyz);
  const scaled = raw.map((value, i) => value * scale[i % 3]!);
  const [from, to] = [timesVector(BRADFORD, whiteXyz), timesVector(BRADFORD, D50_XYZ)];
  const adapted = BRADFORD.map((value, i) => (value * to[Math.floor(i / 3)]!) / from[Math.floor(i / 3)]!);
  return times(inverse(BRADFORD), times(adapted, scaled));
}

export function times(a: Matrix, b: Matrix): Matrix {
  return a.map((_, i) => {
    const row = 3 * Math.floor(i / 3);
    const column = i % 3;
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  });
}

export function inverse(m: Matrix): Matrix {
  const [a, b, c, d, e, f, g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [p, q, r] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * p + b * q + c * r;
  return [
    p,
    c * h - b * i,
    b * f - c * e,
    q,
    a * i - c * g,
    c * d - a * f,
    r,
    b * g - a * h,
    a * e - b * d,
  ].map((value) => value / determinant);
}

function timesVector(m: Matrix, v: readonly number[]): number[] {
  return [0, 3, 6].map((row) => m[row]! * v[0]! + m[row + 1]! * v[1]! + m[row + 2]! * v[2]!);
}

function xyzOf([x, y]: Chromaticity): number[] {
  return [x / y, 1, (1 - x - y) / y];
}
