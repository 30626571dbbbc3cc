/**
 * A palette swap: colors that pixels were mapped to are written as others. Done after remapping and dithering, so
 * that no pixel goes to another palette entry because of it. Entries that come to be written in the same color are one
 * in the file. O(pixels), one look-up each, and only where something is recolored.
 */
import { colorOfHex } from './hexColor';
import type { Recoloring } from './options';
import { duplicatePlaces, sortPalette, withoutPlaces } from './palette';
import { countIndices, type Remapped } from './remap';
import type { Steps } from './steps';

/** The colors that pixels are mapped to, and where each of them went. */
export interface Lookup {
  /** RGBA, 4 bytes a color. */
  rgba: Uint8Array;
  /** For each of them, its place in the palette that is written. */
  places: number[];
}

/** Pixels between two pauses, a few milliseconds. */
const BLOCK = 1 << 20;

/**
 * @param found RGBA, `4 · colors` bytes, all different.
 * @param recolored Pairs whose `from` is not in the palette do nothing.
 * @returns The palette that is written, all different, in the order of the file; `lookup` only where it is another.
 */
export function recolorPalette(
  found: Uint8Array,
  recolored: readonly Recoloring[],
): { palette: Uint8Array; lookup?: Lookup } {
  if (recolored.length === 0) return { palette: found };
  const swaps = new Map(recolored.map(({ from, to }) => [keyAt(bytesOf(from), 0), bytesOf(to)]));
  const written = new Uint8Array(found.length);
  let isChanged = false;
  for (let at = 0; at < found.length; at += 4) {
    const own = found.subarray(at, at + 4);
    const color = swaps.get(keyAt(found, at)) ?? own;
    written.set(color, at);
    isChanged ||= keyAt(color, 0) !== keyAt(own, 0);
  }
  if (!isChanged) return { palette: found };
  const { palette } = sortPalette(withoutPlaces(written, duplicatePlaces(written)));
  const placeOf = new Map<string, number>();
  for (let at = 0; at < palette.length; at += 4) placeOf.set(keyAt(palette, at), at / 4);
  const places = Array.from({ length: found.length / 4 }, (_, i) => placeOf.get(keyAt(written, 4 * i))!);
  return { palette, lookup: { rgba: found, places } };
}

/** The picture in the palette of `recolorPalette`. */
export function* recolorPicture(
  { width, height, indices }: Remapped,
  palette: Uint8Array,
  { places }: Lookup,
): Steps<Remapped> {
  const colors = palette.length / 4;
  const written = colors <= 256 ? new Uint8Array(indices.length) : new Uint16Array(indices.length);
  const table = Uint16Array.from(places);
  for (let from = 0; from < indices.length; from += BLOCK) {
    const to = Math.min(indices.length, from + BLOCK);
    for (let i = from; i < to; i++) written[i] = table[indices[i]!]!;
    yield;
  }
  return { width, height, palette, indices: written, counts: countIndices(written, colors) };
}

/** The shares of the found colors, added up for those that are written. */
export function recolorShares(shares: ArrayLike<number>, { places }: Lookup): number[] {
  const sums = new Array<number>(Math.max(...places) + 1).fill(0);
  places.forEach((place, color) => (sums[place]! += shares[color]!));
  return sums;
}

/** All fully transparent colors are one, and have no other bytes. */
function bytesOf(hex: string): Uint8Array {
  const rgba = colorOfHex(hex);
  return rgba[3] === 0 ? new Uint8Array(4) : Uint8Array.from(rgba);
}

function keyAt(rgba: Uint8Array, at: number): string {
  return rgba.subarray(at, at + 4).join();
}
