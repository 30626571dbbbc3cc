/**
 * Colors as points in four dimensions, so that the squared distance of two points is how different the two
 * colors look, transparency included. Everything that compares colors compares such points.
 *
 * A translucent color looks different over different backgrounds. The distance here is the mean of the
 * squared distances over black and over white. With c a channel (white = w, black = 0) and α the opacity,
 * that mean is, channel by channel, |Δ((c − w/2)·α)|² + |Δ(w/2·α)|²: a plain Euclidean distance of the point
 *
 *     ((c₁ − w₁/2)·α, (c₂ − w₂/2)·α, (c₃ − w₃/2)·α, |w|/2·α).
 *
 * So the mean of points weighs every color by its opacity (no dark fringes on soft edges), all fully
 * transparent pixels are one point whatever color hides under them, and opaque colors keep their distance.
 */
import { oklabBallAround, oklabToRgb, rgbToOklab } from './oklab';
import type { Space } from './options';

/** Numbers in a point. */
export const DIMENSIONS = 4;

export interface WorkingSpace {
  readonly space: Space;
  /** sRGB and alpha, 0–255 (need not be whole), to the point at `out[at .. at + 3]`. */
  toPoint(r: number, g: number, b: number, a: number, out: Float64Array, at: number): void;
  /** The point at `points[at .. at + 3]` to the nearest sRGB and alpha bytes at `out[outAt .. outAt + 3]`. */
  toRgba(points: Float64Array, at: number, out: Uint8Array, outAt: number): void;
  /**
   * A ball around all opaque colors of the box from `lo` to `hi` (sRGB 0–255, three channels each): its center
   * goes to `center[0..3]`, its radius is returned.
   */
  ballAround(lo: ArrayLike<number>, hi: ArrayLike<number>, center: Float64Array): number;
}

/** Under this opacity a point is fully transparent (half a step of an alpha byte). */
const LEAST_ALPHA = 0.5 / 255;

const scratch = new Float64Array(4);

class RgbSpace implements WorkingSpace {
  readonly space = 'rgb';
  private static readonly ALPHA_SCALE = Math.sqrt(3) / 2;

  toPoint(r: number, g: number, b: number, a: number, out: Float64Array, at: number): void {
    const alpha = a / 255;
    out[at] = (r / 255 - 0.5) * alpha;
    out[at + 1] = (g / 255 - 0.5) * alpha;
    out[at + 2] = (b / 255 - 0.5) * alpha;
    out[at + 3] = RgbSpace.ALPHA_SCALE * alpha;
  }

  toRgba(points: Float64Array, at: number, out: Uint8Array, outAt: number): void {
    const alpha = points[at + 3]! / RgbSpace.ALPHA_SCALE;
    if (alpha < LEAST_ALPHA) {
      out.fill(0, outAt, outAt + 4);
      return;
    }
    for (let channel = 0; channel < 3; channel++) {
      out[outAt + channel] = byteOf(255 * (points[at + channel]! / alpha + 0.5));
    }
    out[outAt + 3] = byteOf(255 * alpha);
  }

  ballAround(lo: ArrayLike<number>, hi: ArrayLike<number>, center: Float64Array): number {
    let squared = 0;
    for (let channel = 0; channel < 3; channel++) {
      center[channel] = (lo[channel]! + hi[channel]!) / 510 - 0.5;
      squared += ((hi[channel]! - lo[channel]!) / 510) ** 2;
    }
    center[3] = RgbSpace.ALPHA_SCALE;
    return Math.sqrt(squared);
  }
}

class OklabSpace implements WorkingSpace {
  readonly space = 'oklab';

  toPoint(r: number, g: number, b: number, a: number, out: Float64Array, at: number): void {
    const alpha = a / 255;
    rgbToOklab(r, g, b, scratch);
    out[at] = (scratch[0]! - 0.5) * alpha;
    out[at + 1] = scratch[1]! * alpha;
    out[at + 2] = scratch[2]! * alpha;
    out[at + 3] = 0.5 * alpha;
  }

  toRgba(points: Float64Array, at: number, out: Uint8Array, outAt: number): void {
    const alpha = points[at + 3]! / 0.5;
    if (alpha < LEAST_ALPHA) {
      out.fill(0, outAt, outAt + 4);
      return;
    }
    oklabToRgb(points[at]! / alpha + 0.5, points[at + 1]! / alpha, points[at + 2]! / alpha, scratch);
    for (let channel = 0; channel < 3; channel++) out[outAt + channel] = byteOf(scratch[channel]!);
    out[outAt + 3] = byteOf(255 * alpha);
  }

  ballAround(lo: ArrayLike<number>, hi: ArrayLike<number>, center: Float64Array): number {
    const radius = oklabBallAround(lo, hi, center);
    center[0]! -= 0.5;
    center[3] = 0.5;
    return radius;
  }
}

function byteOf(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}

const SPACES: Record<Space, WorkingSpace> = { oklab: new OklabSpace(), rgb: new RgbSpace() };

export function workingSpace(space: Space): WorkingSpace {
  return SPACES[space];
}

/** All colors of a palette (RGBA, `4 · colors` bytes) as points (`4 · colors` numbers). */
export function pointsOfPalette(palette: Uint8Array, space: WorkingSpace): Float64Array {
  return pointsOfColors(Float64Array.from(palette), space);
}

/** Like `pointsOfPalette`, of colors between bytes (the means of a histogram). */
export function pointsOfColors(rgba: Float64Array, space: WorkingSpace): Float64Array {
  const points = new Float64Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    space.toPoint(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!, points, at);
  }
  return points;
}
