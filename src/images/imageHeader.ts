import { swapsSides, type Orientation } from './exifOrientation';

/** What Tessera reads. An APNG is decoded as its default picture. */
export type ImageFormat = 'PNG' | 'APNG' | 'JPEG';

/** What a file says of itself before anything is decoded. */
export interface ImageHeader {
  format: ImageFormat;
  /** Pixels, as stored: before the picture is turned upright. */
  storedWidth: number;
  storedHeight: number;
  orientation: Orientation;
  /** Pixels, of the upright picture: what a person sees and what `decodeImage` returns. */
  width: number;
  height: number;
}

export function imageHeader(
  format: ImageFormat,
  storedWidth: number,
  storedHeight: number,
  orientation: Orientation,
): ImageHeader {
  const [width, height] = swapsSides(orientation) ? [storedHeight, storedWidth] : [storedWidth, storedHeight];
  return { format, storedWidth, storedHeight, orientation, width, height };
}
