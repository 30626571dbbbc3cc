/** The palette as the page works with it: one entry for each color of the file, with what was done to it. */
import { colorOfHex } from '../../engine/hexColor';
import type { ReduceOptions } from '../../engine/options';
import type { PaletteMessagePart } from '../../shared/messages';
import { colorHex } from '../colorText';
import { followColor } from './followColor';

export interface PaletteEntry {
  /** Stays the same while the color is locked or recolored: its first source. */
  id: string;
  /** Its place in the file's palette. */
  index: number;
  /** As it is written: `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
  hex: string;
  /** The colors that pixels are mapped to and that are written as this one; itself, unless it is recolored. */
  sources: readonly string[];
  /** Share of the picture's pixels, 0–1. */
  share: number;
  isLocked: boolean;
  isRecolored: boolean;
}

/** In the order of the file. `options`: those that the palette was made with, or newer ones, for the locks. */
export function paletteEntries(
  { rgba, shares, lookup }: PaletteMessagePart,
  { locked }: Pick<ReduceOptions, 'locked'>,
): PaletteEntry[] {
  const locks = new Set(locked.map(normalHex));
  const sources: string[][] = shares.map(() => []);
  const found = lookup?.rgba ?? rgba;
  for (let color = 0; color < found.length / 4; color++) {
    sources[lookup?.places[color] ?? color]!.push(colorHex(found, color));
  }
  return shares.map((share, index) => {
    const hex = colorHex(rgba, index);
    const own = sources[index]!;
    return {
      id: own[0] ?? hex,
      index,
      hex,
      sources: own,
      share,
      isLocked: own.some((source) => locks.has(source)),
      isRecolored: own.some((source) => source !== hex),
    };
  });
}

/** The entry of another palette that is the color with this id of `before`. `rgba`: the other palette's colors. */
export function followId(
  id: string,
  before: readonly PaletteEntry[],
  after: readonly PaletteEntry[],
  rgba: Uint8Array,
): string | undefined {
  if (after.some((entry) => entry.id === id)) return id;
  const hex = before.find((entry) => entry.id === id)?.hex;
  const index = hex === undefined ? undefined : followColor(colorOfHex(hex), rgba);
  return after.find((entry) => entry.index === index)?.id;
}

/** All fully transparent colors are one. */
export function normalHex(hex: string): string {
  return hex.length === 9 && hex.endsWith('00') ? '#00000000' : hex;
}
