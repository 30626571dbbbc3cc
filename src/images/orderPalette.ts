import type { IndexedPixels } from '../engine/pixels';

/**
 * The order in which a palette's colors stand in a file: colors with transparency first, from the clearest, then
 * the opaque ones from dark to light. PNG's tRNS chunk then ends with the last translucent color, and similar
 * colors have similar indices. Ties keep their order, so the result depends on nothing but the palette.
 *
 * @param palette RGBA, `4 · colors` bytes.
 * @returns For each place in the file, the index of the color in `palette`.
 */
export function paletteOrder(palette: Uint8Array): Uint16Array {
  const rank = (i: number): number => {
    const [r = 0, g = 0, b = 0, alpha = 255] = palette.subarray(4 * i, 4 * i + 4);
    const luminance = 2126 * r + 7152 * g + 722 * b; // Rec. 709 weights in whole numbers: at most 2,550,000
    return alpha * 2 ** 22 + luminance;
  };
  const ranks = Float64Array.from({ length: palette.length / 4 }, (_, i) => rank(i));
  return Uint16Array.from(ranks.keys()).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}

/**
 * The same picture with its palette in the order of `paletteOrder`, which `encodeIndexedPng` asks for. New
 * arrays; the picture given is not changed.
 *
 * @throws RangeError when an index has no color.
 */
export function orderPalette(image: IndexedPixels): IndexedPixels {
  const order = paletteOrder(image.palette);
  const palette = new Uint8Array(image.palette.length);
  const placeOf = new Uint16Array(order.length);
  order.forEach((old, place) => {
    palette.set(image.palette.subarray(4 * old, 4 * old + 4), 4 * place);
    placeOf[old] = place;
  });
  // Not slice(), which would be a view if it is a Buffer.
  const indices =
    image.indices instanceof Uint16Array ? new Uint16Array(image.indices) : new Uint8Array(image.indices);
  for (let i = 0; i < indices.length; i++) {
    const place = placeOf[indices[i] ?? 0];
    if (place === undefined) {
      throw new RangeError(
        `expected indices below ${order.length}, the number of colors, but pixel ${i} has ${indices[i]}`,
      );
    }
    indices[i] = place;
  }
  return { ...image, indices, palette };
}
