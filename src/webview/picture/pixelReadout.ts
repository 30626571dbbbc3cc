/** What is known of one pixel: its colors before and after, and how far apart they are. */
import { colorHex } from '../colorText';
import { colorDifference } from './differenceMap';
import { nearestIndex } from './highlightVeil';
import type { Point } from './placement';

export interface ReadColor {
  /** `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
  hex: string;
  /** Opacity, 0–1. */
  alpha: number;
}

export interface PixelReadout {
  /** Source pixel. */
  at: Point;
  original: ReadColor | undefined;
  /** Its color in the picture that is shown, and the palette entry that this is, where it has a palette. */
  reduced: (ReadColor & { index?: number }) | undefined;
  /** OKLab distance × 100. */
  difference: number | undefined;
}

/**
 * @param original RGBA bytes of the source pixel.
 * @param shown RGBA bytes of the pixel in the exact picture, or the index that a quick one has there.
 */
export function readPixel(
  at: Point,
  original: Uint8ClampedArray | undefined,
  reduced: { palette: { rgba: Uint8Array } } | undefined,
  shown: Uint8ClampedArray | number | undefined,
): PixelReadout {
  const palette = reduced?.palette.rgba;
  const index =
    !palette || shown === undefined
      ? undefined
      : typeof shown === 'number'
        ? shown
        : nearestIndex(palette, wordOf(shown));
  const entry = palette && index !== undefined ? palette.subarray(4 * index, 4 * index + 4) : undefined;
  return {
    at,
    original: original && readColor(original),
    reduced: entry && index !== undefined ? { ...readColor(entry), index } : undefined,
    difference: original && entry && colorDifference(original, entry),
  };
}

/** Of a picture without a palette. `shown`: RGBA bytes of its pixel. */
export function readShownPixel(
  at: Point,
  original: Uint8ClampedArray | undefined,
  shown: Uint8ClampedArray | undefined,
): PixelReadout {
  return {
    at,
    original: original && readColor(original),
    reduced: shown && readColor(shown),
    difference: original && shown && colorDifference(original, shown),
  };
}

function readColor(rgba: ArrayLike<number>): ReadColor {
  const [r = 0, g = 0, b = 0, a = 0] = Array.from(rgba);
  // All that is fully transparent looks the same, whatever color is hidden in it.
  const bytes = a === 0 ? Uint8Array.of(0, 0, 0, 0) : Uint8Array.of(r, g, b, a);
  return { hex: colorHex(bytes, 0), alpha: a / 255 };
}

function wordOf([r = 0, g = 0, b = 0, a = 0]: Uint8ClampedArray): number {
  return ((a << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
