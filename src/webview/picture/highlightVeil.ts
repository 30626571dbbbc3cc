/** A veil over all pixels but those of some palette colors. */

/** How much of the picture the veil hides, 0–255. */
const VEIL_ALPHA = 210;
/** Lighter colors stand out from a dark veil, darker ones from a light one. Luma, 0–255. */
const LIGHT_FROM = 110;

/** The palette color at `index` as a word (`a << 24 | b << 16 | g << 8 | r`). */
export function paletteWord(palette: Uint8Array, index: number): number {
  const [r = 0, g = 0, b = 0, a = 0] = palette.subarray(4 * index, 4 * index + 4);
  return ((a << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** The veil for colors: black or white, translucent. */
export function veilWord(colors: readonly number[]): number {
  const luma = colors.reduce((sum, color) => sum + lumaOfWord(color), 0) / colors.length;
  return ((VEIL_ALPHA << 24) | (luma >= LIGHT_FROM ? 0 : 0xffffff)) >>> 0;
}

function lumaOfWord(color: number): number {
  if (color >>> 24 < 128) return 255; // a transparent color lets a bright board through
  return 0.299 * (color & 255) + 0.587 * ((color >>> 8) & 255) + 0.114 * ((color >>> 16) & 255);
}

/**
 * Writes the veil to `target`: clear where a pixel of `reduced` has one of the palette colors at `kept`. Both RGBA, equally long.
 * A canvas multiplies translucent pixels by their alpha and divides again, which can move them some units off: those
 * belong to the nearest palette color.
 */
export function paintVeil(
  reduced: Uint8ClampedArray,
  palette: Uint8Array,
  kept: readonly number[],
  target: Uint8ClampedArray,
): void {
  const from = new Uint32Array(reduced.buffer, reduced.byteOffset, reduced.length >> 2);
  const to = new Uint32Array(target.buffer, target.byteOffset, target.length >> 2);
  const words = kept.map((index) => paletteWord(palette, index));
  const veil = veilWord(words);
  const [only] = words;
  if (words.length === 1 && palette.every((value, at) => at % 4 !== 3 || value === 255)) {
    for (let i = 0; i < from.length; i++) to[i] = from[i] === only ? 0 : veil;
    return;
  }
  const isKept = new Set(kept);
  const tones = new Map<number, number>();
  for (let other = 0; other < palette.length / 4; other++) {
    tones.set(paletteWord(palette, other), isKept.has(other) ? 0 : veil);
  }
  let last = -1;
  let tone = veil;
  for (let i = 0; i < from.length; i++) {
    const word = from[i]!;
    if (word !== last) {
      last = word;
      let known = tones.get(word);
      if (known === undefined) {
        known = isKept.has(nearestIndex(palette, word)) ? 0 : veil;
        tones.set(word, known);
      }
      tone = known;
    }
    to[i] = tone;
  }
}

/** The palette color that a word read from a canvas is, or was before rounding. */
export function nearestIndex(palette: Uint8Array, word: number): number {
  const alpha = word >>> 24;
  let best = 0;
  let bestDistance = Infinity;
  for (let index = 0; index < palette.length / 4; index++) {
    const at = 4 * index;
    // What is hardly visible has hardly a color: channels count as much as they show.
    const dr = (palette[at]! * palette[at + 3]! - (word & 255) * alpha) / 255;
    const dg = (palette[at + 1]! * palette[at + 3]! - ((word >>> 8) & 255) * alpha) / 255;
    const db = (palette[at + 2]! * palette[at + 3]! - ((word >>> 16) & 255) * alpha) / 255;
    const da = palette[at + 3]! - alpha;
    const distance = dr * dr + dg * dg + db * db + da * da;
    if (distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  }
  return best;
}
