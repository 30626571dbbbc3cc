/** A palette as people hand it around: colors in an order, some of them with a name. */

/** sRGB, 0–255 each, straight alpha. */
export type Rgba = readonly [r: number, g: number, b: number, a: number];

export interface PaletteColor {
  rgba: Rgba;
  /** For people, any text; `cleanName` says what is left of it in a file. Need not be unique. */
  name?: string;
  /** Share of the picture's pixels, 0–1, where the palette was taken from one. */
  share?: number;
  /** Whether the person fixed this color. */
  isLocked?: boolean;
}

export interface NamedPalette {
  /** For people, any text; may be empty. */
  name: string;
  /** In the order of the file or picture. */
  colors: readonly PaletteColor[];
}

/** The most colors that a palette read from a file may have: as many as a reduction can be asked for. */
export const MOST_COLORS = 4096;

/** `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
export function hexOf([r, g, b, a]: Rgba): string {
  const digits = (a === 255 ? [r, g, b] : [r, g, b, a]).map((byte) => byte.toString(16).padStart(2, '0'));
  return `#${digits.join('')}`;
}

/** `rrggbb`, `rrggbbaa`, `rgb` or `rgba`, with `#` or without, in any letter case; `undefined` for anything else. */
export function rgbaOfHex(text: string): Rgba | undefined {
  const digits = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const long = digits.length > 4 ? digits : digits.replace(/./g, '$&$&');
  const byte = (at: number) => parseInt(long.slice(at, at + 2), 16);
  return [byte(0), byte(2), byte(4), long.length === 8 ? byte(6) : 255];
}

/** The palette of a picture, RGBA, 4 bytes a color, as one that can be named and written. */
export function paletteOfBytes(
  name: string,
  rgba: Uint8Array,
  shares?: ArrayLike<number>,
): { name: string; colors: PaletteColor[] } {
  const colors = Array.from({ length: rgba.length / 4 }, (_, i): PaletteColor => {
    const at = 4 * i;
    const share = shares?.[i];
    return {
      rgba: [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!],
      ...(share === undefined ? {} : { share }),
    };
  });
  return { name, colors };
}
