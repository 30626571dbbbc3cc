/**
 * The part of a picture that is seen, and how many pixels are painted for it. Only that part is painted, at the
 * resolution of the screen or of the source, whichever is less: the cost of a slider move depends on neither the zoom
 * nor the size of the picture.
 */
import type { Placement, Size } from './placement';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Region {
  /** In source pixels; whole ones unless shrunk. */
  source: Box;
  /** Of the canvas. */
  pixels: Size;
}

/** More pixels than this are not painted while the slider moves: 12 ms a frame at 8 ns a pixel. */
export const MOST_PIXELS = 1_500_000;

/** The pattern of an ordered dither repeats every so many source pixels; a region that starts there shows it in place. */
const PATTERN = 64;
/** From this scale (in pixels of the screen) on the visible part is so small that starting there costs nothing. */
const PATTERN_SCALE = 2;

/** `mostPixels`: of the canvas. */
export function regionOf(
  placement: Placement,
  picture: Size,
  pane: Size,
  devicePixelRatio: number,
  mostPixels = MOST_PIXELS,
): Region {
  const onScreen = placement.scale * devicePixelRatio;
  return onScreen < 1
    ? shrunkRegion(placement, picture, pane, devicePixelRatio, mostPixels)
    : enlargedRegion(placement, picture, pane, onScreen >= PATTERN_SCALE ? PATTERN : 1, mostPixels);
}

/** A pixel of the canvas is one of the screen, so that nothing is scaled twice. */
function shrunkRegion(
  placement: Placement,
  picture: Size,
  pane: Size,
  devicePixelRatio: number,
  mostPixels: number,
): Region {
  const { scale, x, y } = placement;
  const left = Math.max(0, -x / scale);
  const top = Math.max(0, -y / scale);
  const source = {
    x: left,
    y: top,
    width: Math.min(picture.width, (pane.width - x) / scale) - left,
    height: Math.min(picture.height, (pane.height - y) / scale) - top,
  };
  const { width, height } = boxInPane(source, placement, devicePixelRatio);
  return {
    source,
    pixels: bounded({ width: width * devicePixelRatio, height: height * devicePixelRatio }, mostPixels),
  };
}

/** A pixel of the canvas is one of the source; the browser enlarges. */
function enlargedRegion(
  { scale, x, y }: Placement,
  picture: Size,
  pane: Size,
  step: number,
  mostPixels: number,
): Region {
  const down = (pixel: number) => Math.max(0, Math.floor(pixel / step) * step);
  const up = (pixel: number, most: number) => Math.min(most, Math.ceil(pixel / step) * step);
  const left = down(-x / scale);
  const top = down(-y / scale);
  const width = up((pane.width - x) / scale, picture.width) - left;
  const height = up((pane.height - y) / scale, picture.height) - top;
  return { source: { x: left, y: top, width, height }, pixels: bounded({ width, height }, mostPixels) };
}

function bounded({ width, height }: Size, mostPixels: number): Size {
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Where a part of the source stands in the pane, CSS pixels; its edges lie between pixels of the screen. */
export function boxInPane(source: Box, { scale, x, y }: Placement, devicePixelRatio: number): Box {
  const snap = (length: number) => Math.round(length * devicePixelRatio) / devicePixelRatio;
  const left = snap(x + scale * source.x);
  const top = snap(y + scale * source.y);
  const least = 1 / devicePixelRatio;
  return {
    x: left,
    y: top,
    width: Math.max(least, snap(x + scale * (source.x + source.width)) - left),
    height: Math.max(least, snap(y + scale * (source.y + source.height)) - top),
  };
}

/** The part of the pane that the picture covers, CSS pixels. */
export function coveredBox({ scale, x, y }: Placement, picture: Size, pane: Size): Box {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return {
    x: left,
    y: top,
    width: Math.min(pane.width, x + scale * picture.width) - left,
    height: Math.min(pane.height, y + scale * picture.height) - top,
  };
}

export function sameRegion(a: Region, b: Region): boolean {
  return (
    a.source.x === b.source.x &&
    a.source.y === b.source.y &&
    a.source.width === b.source.width &&
    a.source.height === b.source.height &&
    a.pixels.width === b.pixels.width &&
    a.pixels.height === b.pixels.height
  );
}
