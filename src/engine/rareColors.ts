/**
 * Keeps rare vivid colors, by weight: k-means spends its colors where pixels are, so a small vivid thing (an
 * orange fish in a dark anemone) gets a mix of its color and its surroundings'.
 *
 * Colors are gathered on the a–b plane of OKLab, which tells hues and chroma apart, whatever their lightness. A
 * vivid place of that plane that holds less than one k-th of the picture, and so would earn no color by its
 * pixels, is weighed as if it held up to that: weights are multiplied by up to (1/k) / share, at most
 * `MOST_BOOST`, in proportion to the strength and to how vivid the color is. Grays keep their weight, and so do
 * vivid colors that are common. It is hue coverage by reweighting, with the same aim as the outlier clusters of
 * Gan and Ng, "k-means clustering with outlier removal" (2017). O(n).
 *
 * The cost is the error of everything else; the bench measures it.
 */
import type { Histogram } from './histogram';
import { rgbToOklab } from './oklab';

/** Chroma (OKLab) under which a color is not vivid at all, and from which it is fully. */
const DULL = 0.05;
const VIVID = 0.12;
const MOST_BOOST = 24;
/** The plane from −0.4 to 0.4 in squares of about the size of a visible difference in hue. */
const CELL = 0.02;
const SIDE = 40;

/**
 * @param histogram n entries.
 * @param k Number of palette colors.
 * @param strength 0–100 %.
 * @returns n weights.
 */
export function weightsForRareColors(histogram: Histogram, k: number, strength: number): Float64Array {
  const { size, rgba, weights } = histogram;
  const cells = new Uint16Array(size);
  const chromas = new Float64Array(size);
  const plane = new Float64Array(SIDE * SIDE);
  const lab = new Float64Array(3);
  let total = histogram.transparentPixels;
  for (let entry = 0; entry < size; entry++) {
    const at = 4 * entry;
    const opacity = rgba[at + 3]! / 255;
    rgbToOklab(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, lab);
    chromas[entry] = Math.hypot(lab[1]!, lab[2]!) * opacity;
    cells[entry] = SIDE * cellOfCoordinate(lab[2]! * opacity) + cellOfCoordinate(lab[1]! * opacity);
    plane[cells[entry]!]! += weights[entry]!;
    total += weights[entry]!;
  }
  const neighborhoods = sumsOfNeighborhoods(plane);
  return weights.map((weight, entry) => {
    const share = neighborhoods[cells[entry]!]! / total;
    const boost = Math.min(MOST_BOOST, 1 / (k * share));
    const vividness = Math.min(1, Math.max(0, (chromas[entry]! - DULL) / (VIVID - DULL)));
    return weight * (1 + (strength / 100) * vividness * Math.max(0, boost - 1));
  });
}

function cellOfCoordinate(coordinate: number): number {
  return Math.min(SIDE - 1, Math.max(0, Math.floor(coordinate / CELL) + SIDE / 2));
}

/** For every cell what it and the eight around it hold. */
function sumsOfNeighborhoods(plane: Float64Array): Float64Array {
  const sumOf3 = (values: Float64Array, step: number, canStep: (cell: number, by: number) => boolean) =>
    values.map((own, cell) => {
      const before = canStep(cell, -1) ? values[cell - step]! : 0;
      const after = canStep(cell, 1) ? values[cell + step]! : 0;
      return before + own + after;
    });
  const within = (place: number) => place >= 0 && place < SIDE;
  const inRows = sumOf3(plane, 1, (cell, by) => within((cell % SIDE) + by));
  return sumOf3(inRows, SIDE, (cell, by) => within(Math.floor(cell / SIDE) + by));
}
