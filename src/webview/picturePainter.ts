import type { Space } from '../engine/options';
import type { PaletteLookup } from '../shared/messages';
import { QuickRemap, type QuickDither } from '../engine/quickRemap';
import type { Size } from './viewFit';

/** A quick palette to paint with: RGBA bytes, the space in which pixels look for their nearest color, the dither. */
export interface QuickPalette {
  rgba: Uint8Array;
  /** By which colors pixels find theirs, where some are recolored. */
  lookup?: PaletteLookup;
  space: Space;
  dither: QuickDither;
}

/**
 * Paints the original and the reduced picture on two canvases, at the resolution of the view and not of the source:
 * a slider move then costs the same for an icon and for 24 megapixels.
 */
export class PicturePainter {
  private source: ImageData | undefined;
  private target: ImageData | undefined;

  constructor(
    private readonly original: HTMLCanvasElement,
    private readonly reduced: HTMLCanvasElement,
  ) {}

  /** Paints `bitmap` at `size` (canvas pixels) and keeps its pixels; without one the original stays empty. */
  paintOriginal(bitmap: ImageBitmap | undefined, size: Size): void {
    resize(this.original, size);
    resize(this.reduced, size);
    this.source = undefined;
    this.target = undefined;
    if (bitmap) {
      // Read from a canvas in main memory: the visible one may live on the graphics card.
      const copy = new OffscreenCanvas(size.width, size.height);
      const context = drawScaled(copy.getContext('2d', { willReadFrequently: true }), bitmap, size);
      this.source = context.getImageData(0, 0, size.width, size.height);
      this.target = new ImageData(size.width, size.height);
      contextOf(this.original).putImageData(this.source, 0, 0);
    }
  }

  /** Paints the preview for a moving slider. False when there is no original to paint from. */
  paintQuick(palette: QuickPalette): boolean {
    if (!this.source || !this.target) {
      return false;
    }
    const { rgba, lookup, space, dither } = palette;
    const remap = lookup
      ? new QuickRemap(lookup.rgba, space, dither, writtenColors(rgba, lookup))
      : new QuickRemap(rgba, space, dither);
    remap.paint(this.source.data, this.target.data, this.source.width);
    contextOf(this.reduced).putImageData(this.target, 0, 0);
    return true;
  }

  /** Paints the decoded result. */
  paintExact(bitmap: ImageBitmap): void {
    const { width, height } = this.reduced;
    drawScaled(contextOf(this.reduced), bitmap, { width, height });
  }
}

/** The palette color of every color of the lookup, RGBA. */
function writtenColors(rgba: Uint8Array, { places }: PaletteLookup): Uint8Array {
  const written = new Uint8Array(4 * places.length);
  places.forEach((place, color) => written.set(rgba.subarray(4 * place, 4 * place + 4), 4 * color));
  return written;
}

function resize(canvas: HTMLCanvasElement, { width, height }: Size): void {
  canvas.width = width;
  canvas.height = height;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error('This browser has no 2D canvas.');
  }
  return context;
}

function drawScaled<Context extends CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D>(
  context: Context | null,
  bitmap: ImageBitmap,
  { width, height }: Size,
): Context {
  if (!context) {
    throw new Error('This browser has no 2D canvas.');
  }
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return context;
}
