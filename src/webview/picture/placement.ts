/**
 * How a picture lies in its pane. All views of the page share one placement, so they zoom and move in step. Lengths are
 * CSS pixels where they are the pane's, source pixels where they are the picture's.
 */

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Source pixel `p` stands at `scale · p + (x, y)` in the pane. */
export interface Placement extends Point {
  scale: number;
}

/** What the person chose; holds for a pane of any size. The center of the pane lies at `centerX`, `centerY` (0–1). */
export type Zoom = 'fit' | { scale: number; centerX: number; centerY: number };

/** One source pixel is at most this large: enough to count pixels from across the room. */
export const SCALE_MAX = 64;
/** Small pictures are enlarged up to this size (CSS pixels) and this factor, so that icons can be judged. */
const ENLARGED_MAX = 512;
const FACTOR_MAX = 16;
/** From here on source pixels are shown as squares; whole numbers from 2 are squares anyway. */
const PIXELATED_FROM = 3;

/** The scale at which all of `picture` is seen in `pane`. Small pictures are enlarged by whole numbers only. */
export function fitScale(picture: Size, pane: Size): number {
  const room = Math.min(pane.width / picture.width, pane.height / picture.height);
  if (room < 1) return room;
  const enlarged = ENLARGED_MAX / Math.max(picture.width, picture.height);
  return Math.max(1, Math.floor(Math.min(room, FACTOR_MAX, enlarged)));
}

/** The least and the largest scale: all of the picture, or its own size where that is smaller; and pixels as tiles. */
export function scaleRange(picture: Size, pane: Size): [least: number, most: number] {
  return [Math.min(1, fitScale(picture, pane)), SCALE_MAX];
}

export function placementOf(zoom: Zoom, picture: Size, pane: Size): Placement {
  if (zoom === 'fit') {
    return constrained({ scale: fitScale(picture, pane), x: 0, y: 0 }, picture, pane);
  }
  const [least, most] = scaleRange(picture, pane);
  const scale = Math.min(most, Math.max(least, zoom.scale));
  const x = pane.width / 2 - scale * zoom.centerX * picture.width;
  const y = pane.height / 2 - scale * zoom.centerY * picture.height;
  return constrained({ scale, x, y }, picture, pane);
}

/** The choice that gives this placement; the scale of `fit` counts as that choice, so that it holds when resized. */
export function zoomOf(placement: Placement, picture: Size, pane: Size): Zoom {
  const { scale, x, y } = placement;
  if (Math.abs(scale / fitScale(picture, pane) - 1) < 1e-3) return 'fit';
  return {
    scale,
    centerX: (pane.width / 2 - x) / scale / picture.width,
    centerY: (pane.height / 2 - y) / scale / picture.height,
  };
}

/** A picture with room to spare stands in the middle, on whole pixels; a larger one leaves no gap at its edges. */
export function constrained({ scale, x, y }: Placement, picture: Size, pane: Size): Placement {
  return {
    scale,
    x: constrainedOffset(x, scale * picture.width, pane.width),
    y: constrainedOffset(y, scale * picture.height, pane.height),
  };
}

function constrainedOffset(offset: number, length: number, room: number): number {
  if (length <= room) return Math.round((room - length) / 2);
  return Math.min(0, Math.max(room - length, offset));
}

/** Another scale, with the source pixel at `at` (in the pane) staying where it is as far as there is room. */
export function scaledTo(
  placement: Placement,
  scale: number,
  at: Point,
  picture: Size,
  pane: Size,
): Placement {
  const [least, most] = scaleRange(picture, pane);
  const next = Math.min(most, Math.max(least, scale));
  const ratio = next / placement.scale;
  const x = at.x - ratio * (at.x - placement.x);
  const y = at.y - ratio * (at.y - placement.y);
  return constrained({ scale: next, x, y }, picture, pane);
}

/** The source pixel under a place in the pane; `undefined` beside the picture. */
export function sourcePixelAt({ scale, x, y }: Placement, at: Point, picture: Size): Point | undefined {
  const pixel = { x: Math.floor((at.x - x) / scale), y: Math.floor((at.y - y) / scale) };
  const isInside = pixel.x >= 0 && pixel.y >= 0 && pixel.x < picture.width && pixel.y < picture.height;
  return isInside ? pixel : undefined;
}

/** The placement moved as little as needed for a source pixel to be seen. */
export function revealing(placement: Placement, pixel: Point, picture: Size, pane: Size): Placement {
  const { scale } = placement;
  const nudge = (offset: number, at: number, room: number) =>
    Math.min(Math.max(offset, -scale * at), room - scale * (at + 1));
  const x = nudge(placement.x, pixel.x, pane.width);
  const y = nudge(placement.y, pixel.y, pane.height);
  return constrained({ scale, x, y }, picture, pane);
}

/** Whether a part of the picture lies outside, so that it can be moved. Less than a pixel of it is rounding. */
export function isLargerThanPane({ scale }: Placement, picture: Size, pane: Size): boolean {
  return scale * picture.width > pane.width + 1 || scale * picture.height > pane.height + 1;
}

export function isPixelated(scale: number): boolean {
  return scale >= PIXELATED_FROM || (scale >= 2 && Number.isInteger(scale));
}
