/**
 * Where colors stand in space: y upward, x to the right, z to the front, the middle of the space at the origin, so large
 * that it fills the view. Distances are those of the color space, all to one scale.
 */
import { rgbToOklab } from '../../../engine/oklab';

export const CLOUD_SPACES = ['rgb', 'oklab'] as const;
export type CloudSpace = (typeof CLOUD_SPACES)[number];

export type Place = readonly [x: number, y: number, z: number];

export interface Axis {
  label: string;
  from: Place;
  to: Place;
}

/** OKLab is high, but narrower than RGB's cube. */
const OKLAB_SCALE = 1.4;
/** Half the height of the axis of lightness. */
const HALF_L = OKLAB_SCALE / 2;
/** How far the axes of a and b go: just beyond the most vivid sRGB colors. */
export const AB_REACH = 0.34 * OKLAB_SCALE;

const lab = new Float64Array(3);

function placeInto(r: number, g: number, b: number, space: CloudSpace, out: Float32Array, at: number): void {
  if (space === 'rgb') {
    out[at] = r / 255 - 0.5;
    out[at + 1] = g / 255 - 0.5;
    out[at + 2] = b / 255 - 0.5;
  } else {
    rgbToOklab(r, g, b, lab);
    out[at] = OKLAB_SCALE * lab[1]!;
    out[at + 1] = OKLAB_SCALE * lab[0]! - HALF_L;
    out[at + 2] = OKLAB_SCALE * lab[2]!;
  }
}

/** `rgba`: 4 · n bytes, of which alpha does not count. Returns 3 · n numbers. */
export function placesOf(rgba: ArrayLike<number>, space: CloudSpace): Float32Array {
  const places = new Float32Array((3 * rgba.length) / 4);
  for (let at = 0, to = 0; at < rgba.length; at += 4, to += 3) {
    placeInto(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, space, places, to);
  }
  return places;
}

export function axesOf(space: CloudSpace): Axis[] {
  if (space === 'rgb') {
    const black: Place = [-0.5, -0.5, -0.5];
    return [
      { label: 'R', from: black, to: [0.56, -0.5, -0.5] },
      { label: 'G', from: black, to: [-0.5, 0.56, -0.5] },
      { label: 'B', from: black, to: [-0.5, -0.5, 0.56] },
    ];
  }
  return [
    { label: 'L', from: [0, -HALF_L, 0], to: [0, 1.1 * HALF_L, 0] },
    { label: 'a', from: [-AB_REACH, -HALF_L, 0], to: [AB_REACH, -HALF_L, 0] },
    { label: 'b', from: [0, -HALF_L, -AB_REACH], to: [0, -HALF_L, AB_REACH] },
  ];
}

/** In OKLab the edges of the sRGB cube are curves. */
const PARTS = 16;

/** The edges of all sRGB colors, but for those that are axes: pairs of places, 6 numbers a line. */
export function gamutEdges(space: CloudSpace): Float32Array {
  const parts = space === 'rgb' ? 1 : PARTS;
  const firstCorner = space === 'rgb' ? 1 : 0;
  const lines = new Float32Array(3 * (4 - firstCorner) * parts * 6);
  let at = 0;
  for (let axis = 0; axis < 3; axis++) {
    for (let corner = firstCorner; corner < 4; corner++) {
      for (let part = 0; part < parts; part++) {
        for (const end of [part, part + 1]) {
          const color = [0, 0, 0];
          color[axis] = (255 * end) / parts;
          color[(axis + 1) % 3] = corner & 1 ? 255 : 0;
          color[(axis + 2) % 3] = corner & 2 ? 255 : 0;
          placeInto(color[0]!, color[1]!, color[2]!, space, lines, at);
          at += 3;
        }
      }
    }
  }
  return lines;
}
