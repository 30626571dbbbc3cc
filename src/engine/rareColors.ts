/**
 * Keeps rare vivid colors: the weights of colors that a plain palette washes out are raised, and k-means goes on
 * with those.
 *
 * k-means spends its colors where pixels are, so a small vivid thing (an orange fish in a dark anemone) gets a
 * mix of its color and its surroundings'. That shows in the result itself: such colors are far from their
 * centroid and more vivid than it. Each color's weight is multiplied by 1 + s·(v / V)², where v is the chroma it
 * loses to its centroid, V = 0.03 (a difference anyone sees) and s grows with the strength; for colors that lose
 * none nothing changes. Reweighting by the error of a first result is what libimagequant does with all colors
 * (Kornel Lesiński); k-means with outliers, Gan and Ng (2017), treats far points apart. This does it for chroma
 * alone, in OKLab whatever the working space.
 *
 * The cost is the error of everything else: see the bench.
 */
import { rgbToOklab } from './oklab';
import type { Histogram } from './histogram';

/** A loss of chroma (OKLab) that anyone sees. */
const VISIBLE_LOSS = 0.03;
/** The factor at full strength and visible loss. */
const FULL_STRENGTH = 4;

/**
 * @param histogram n entries.
 * @param weights n numbers, as they are now.
 * @param palette The colors of the plain result, RGBA, 4 bytes each.
 * @param assignment The color of every entry, n numbers.
 * @param strength 0–100 %.
 * @returns New weights.
 */
export function weightsForRareColors(
  histogram: Histogram,
  palette: Uint8Array,
  assignment: Uint16Array,
  strength: number,
): Float64Array {
  const lab = new Float64Array(3);
  const chromaAt = (rgba: ArrayLike<number>, at: number) => {
    rgbToOklab(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, lab);
    return (Math.hypot(lab[1]!, lab[2]!) * rgba[at + 3]!) / 255;
  };
  const paletteChroma = Float64Array.from({ length: palette.length / 4 }, (_, color) =>
    chromaAt(palette, 4 * color),
  );
  const factor = FULL_STRENGTH * (strength / 100) ** 2;
  return histogram.weights.map((weight, entry) => {
    const loss = Math.max(0, chromaAt(histogram.rgba, 4 * entry) - paletteChroma[assignment[entry]!]!);
    return weight * (1 + factor * (loss / VISIBLE_LOSS) ** 2);
  });
}
