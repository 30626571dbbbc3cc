/**
 * A picture with smaller copies of itself, each half as wide as the one before (Williams, "Pyramidal parametrics",
 * 1983), made when they are first needed. Any part at any size is then drawn from about as many pixels as it gets: a
 * frame costs the same for 0.4 and 24 megapixels. A third more memory.
 */
import type { Point, Size } from './placement';
import type { Region } from './visibleRegion';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A smaller picture is drawn as it is: that is fast enough, and the browser's scaling is the best. */
const LEAST_PIXELS = 1 << 20;

export class PictureLevels {
  private readonly smaller: ImageBitmap[] = [];
  private reader: OffscreenCanvasRenderingContext2D | undefined;
  private probe: OffscreenCanvasRenderingContext2D | undefined;

  /** @param size Of the picture it stands for, when the bitmap is a smaller copy of that. */
  constructor(
    readonly bitmap: ImageBitmap,
    private readonly size: Size = bitmap,
  ) {}

  /** Draws the region over the whole of a canvas. Not `isSmooth`: every pixel is one of the source. */
  draw(context: Context, { source, pixels }: Region, isSmooth: boolean): void {
    const { level, scale } = this.levelFor(isSmooth ? (this.share.width * source.width) / pixels.width : 1);
    context.imageSmoothingEnabled = isSmooth && source.width !== pixels.width;
    // Between two levels the mean of four pixels does; “high” would have the browser make levels of its own, each time.
    context.imageSmoothingQuality = isLeveled(this.bitmap) ? 'low' : 'high';
    context.clearRect(0, 0, pixels.width, pixels.height);
    context.drawImage(
      level,
      scale.width * source.x,
      scale.height * source.y,
      scale.width * source.width,
      scale.height * source.height,
      0,
      0,
      pixels.width,
      pixels.height,
    );
  }

  /** The region's pixels, RGBA. Read from a canvas in main memory: a visible one may live on the graphics card. */
  read(region: Region, isSmooth: boolean): ImageData {
    const { width, height } = region.pixels;
    this.reader ??= readableContext(region.pixels);
    if (this.reader.canvas.width !== width || this.reader.canvas.height !== height) {
      this.reader.canvas.width = width;
      this.reader.canvas.height = height;
    }
    this.draw(this.reader, region, isSmooth);
    return this.reader.getImageData(0, 0, width, height);
  }

  /** One source pixel, RGBA. */
  pixelAt({ x, y }: Point): Uint8ClampedArray {
    this.probe ??= readableContext({ width: 1, height: 1 });
    this.probe.clearRect(0, 0, 1, 1);
    this.probe.imageSmoothingEnabled = false;
    const { width, height } = this.share;
    this.probe.drawImage(this.bitmap, Math.floor(width * x), Math.floor(height * y), 1, 1, 0, 0, 1, 1);
    return this.probe.getImageData(0, 0, 1, 1).data;
  }

  close(): void {
    this.bitmap.close();
    this.smaller.splice(0).forEach((level) => level.close());
  }

  /** The smallest level that has at least as many pixels as are wanted. `shrink`: the bitmap's pixels to one of the canvas. */
  private levelFor(shrink: number): { level: ImageBitmap; scale: Size } {
    let level = this.bitmap;
    for (let i = 0; 2 ** (i + 1) <= shrink && isLeveled(level); i++) {
      level = this.smaller[i] ??= halved(level);
    }
    return {
      level,
      scale: { width: level.width / this.size.width, height: level.height / this.size.height },
    };
  }

  /** The bitmap's sides over the picture's. */
  private get share(): Size {
    const { bitmap, size } = this;
    return { width: bitmap.width / size.width, height: bitmap.height / size.height };
  }
}

function isLeveled({ width, height }: Size): boolean {
  return width * height > LEAST_PIXELS;
}

function halved(bitmap: ImageBitmap): ImageBitmap {
  const width = Math.ceil(bitmap.width / 2);
  const height = Math.ceil(bitmap.height / 2);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.imageSmoothingQuality = 'low'; // at half the size the mean of the four pixels
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.transferToImageBitmap();
}

function readableContext({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}
