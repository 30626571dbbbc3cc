/**
 * A picture in one palette after the other, as an animated GIF: every frame has its own palette (GIF89a, "local color
 * table"), so that its colors are exactly the palette's. It repeats forever.
 *
 * GIF knows no translucency: a palette color at least half opaque is written as opaque, any other as transparent.
 */
import { GIFEncoder } from 'gifenc';
import { K_MAX_INDEXED } from '../engine/options';
import type { Pixels } from '../engine/pixels';
import { remap } from '../engine/remap';
import type { Steps } from '../engine/steps';
import type { WorkingSpace } from '../engine/workingSpace';

export interface GifTiming {
  /** How long a frame stays, in ms; GIF counts in hundredths of a second, and many viewers make 20 ms the least. */
  frameMs: number;
  /** How long the last frame stays. */
  lastFrameMs: number;
}

/** Opacity from which a color is written as opaque. */
const OPAQUE_FROM = 128;

/** What becomes of a frame before the next one: GIF's “disposal method”. */
const LEAVE = 1;
const CLEAR = 2;

/**
 * Yields after every frame how many there are so far. About 15 ms a frame of 768 × 512 pixels.
 *
 * @param palettes RGBA, 1 to 256 colors each; at least one palette.
 * @throws RangeError when there is no frame, or one has too many colors.
 */
export function* encodeGif(
  picture: Pixels,
  palettes: readonly Uint8Array[],
  space: WorkingSpace,
  timing: GifTiming,
): Steps<Uint8Array<ArrayBuffer>, number> {
  if (palettes.length === 0) throw new RangeError('expected at least one palette for a GIF, got none');
  const gif = GIFEncoder();
  // Transparent pixels show the frame before unless that was cleared away.
  const isSeeThrough = palettes.some((palette) => transparencyOf(palette).includes(true));
  for (const [frame, palette] of palettes.entries()) {
    const colors = palette.length / 4;
    if (colors < 1 || colors > K_MAX_INDEXED) {
      throw new RangeError(`expected 1 to ${K_MAX_INDEXED} colors in a frame of a GIF, got ${colors}`);
    }
    const remapping = remap(picture, palette, space);
    let step = remapping.next();
    while (!step.done) {
      yield frame;
      step = remapping.next();
    }
    const indices = Uint8Array.from(step.value.indices);
    const { rgb, transparentIndex } = colorTable(palette, isSeeThrough);
    mergeTransparent(indices, palette, transparentIndex);
    gif.writeFrame(indices, picture.width, picture.height, {
      palette: rgb,
      colorDepth: Math.max(2, Math.ceil(Math.log2(rgb.length))),
      delay: frame < palettes.length - 1 ? timing.frameMs : timing.lastFrameMs,
      transparent: transparentIndex >= 0,
      transparentIndex: Math.max(0, transparentIndex),
      dispose: isSeeThrough ? CLEAR : LEAVE,
    });
    yield frame + 1;
  }
  gif.finish();
  return gif.bytes();
}

/**
 * The colors of a frame, and which of them is the transparent one (−1: none). In a GIF that has any, a frame without one
 * gets it too where there is a place left, as some viewers clear a frame that is not marked so to a color.
 */
function colorTable(
  palette: Uint8Array,
  isSeeThrough: boolean,
): { rgb: [r: number, g: number, b: number][]; transparentIndex: number } {
  const rgb = Array.from({ length: palette.length / 4 }, (_, color): [number, number, number] => {
    return [palette[4 * color]!, palette[4 * color + 1]!, palette[4 * color + 2]!];
  });
  const own = transparencyOf(palette).indexOf(true);
  if (own >= 0 || !isSeeThrough || rgb.length === K_MAX_INDEXED) return { rgb, transparentIndex: own };
  rgb.push([0, 0, 0]);
  return { rgb, transparentIndex: rgb.length - 1 };
}

/** Writes the pixels of all transparent colors as one, as a frame has but one. */
function mergeTransparent(indices: Uint8Array, palette: Uint8Array, transparentIndex: number): void {
  const isTransparent = transparencyOf(palette);
  if (!isTransparent.includes(true)) return;
  for (let i = 0; i < indices.length; i++) if (isTransparent[indices[i]!]) indices[i] = transparentIndex;
}

function transparencyOf(palette: Uint8Array): boolean[] {
  return Array.from({ length: palette.length / 4 }, (_, color) => palette[4 * color + 3]! < OPAQUE_FROM);
}
