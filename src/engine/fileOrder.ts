import { sortPalette } from './palette';
import type { IndexedPixels } from './pixels';

/** An edited codebook can have its colors in any order; a PNG wants transparent ones first. */
export function inFileOrder(picture: IndexedPixels): IndexedPixels {
  const { palette, order } = sortPalette(picture.palette);
  const places: number[] = [];
  order.forEach((color, place) => (places[color] = place));
  return { ...picture, palette, indices: picture.indices.map((index) => places[index]!) };
}
