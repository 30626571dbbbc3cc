/** Results as they come from contenders, made comparable: palette and indices, in the engine's order of colors. */
import { wordsOf } from '../../src/engine/histogram';
import { sortPalette } from '../../src/engine/palette';
import type { IndexedPixels, Pixels } from '../../src/engine/pixels';
import type { Outcome } from './peers/peer';

/** Only the colors that pixels have, each once; all fully transparent ones are one. */
export function comparablePicture(outcome: Outcome): IndexedPixels {
  const words = 'indices' in outcome ? wordsOfIndexed(outcome) : wordsOf(outcome.rgba);
  const places = new Map<number, number>();
  const first = new Uint32Array(words.length);
  let last = -1;
  let place = -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]! >>> 24 === 0 ? 0 : words[i]!;
    if (word !== last) {
      last = word;
      place = places.get(word) ?? -1;
      if (place < 0) places.set(word, (place = places.size));
    }
    first[i] = place;
  }
  const unsorted = new Uint8Array(Uint32Array.from(places.keys()).buffer);
  const { palette, order } = sortPalette(unsorted);
  const newPlaces = new Uint16Array(order.length);
  order.forEach((from, to) => (newPlaces[from] = to));
  const indices = order.length <= 256 ? new Uint8Array(words.length) : new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) indices[i] = newPlaces[first[i]!]!;
  return { width: outcome.width, height: outcome.height, palette, indices };
}

function wordsOfIndexed({ palette, indices }: IndexedPixels): Uint32Array {
  const colors = wordsOf(palette);
  const words = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) words[i] = colors[indices[i]!]!;
  return words;
}

export const KINDS = ['photographs', 'graphics', 'transparent'] as const;
export type Kind = (typeof KINDS)[number];

const MOST_COLORS_OF_GRAPHICS = 4096;

/** By what is in the picture: transparency, few colors, or neither. */
export function kindOf(pixels: Pixels): Kind {
  if (hasAlpha(pixels)) return 'transparent';
  const colors = new Set<number>();
  for (const word of wordsOf(pixels.rgba)) {
    colors.add(word);
    if (colors.size > MOST_COLORS_OF_GRAPHICS) return 'photographs';
  }
  return 'graphics';
}

export function hasAlpha({ rgba }: Pixels): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at]! < 255) return true;
  return false;
}
