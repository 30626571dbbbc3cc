/** What a palette file's format is: everything the rest of Tessera knows of one. */
import type { Naming } from './naming';
import type { NamedPalette } from './palette';
import type { PaletteFile } from './paletteFile';

/** What of a palette a file of the format can hold. */
export interface FormatLimits {
  /** `one`: one fully transparent color at most, the others opaque. */
  alpha: 'full' | 'one' | 'none';
  /** `text`: any name, as `cleanName` leaves it. `identifier`: made unique and valid, see `identifiersOf`. */
  names: 'text' | 'identifier' | 'none';
  /** The most colors, where there is such a number. */
  colors?: number;
}

/** What people want the palette for. */
export type FormatGroup = 'code' | 'design' | 'picture';

export interface PaletteFormat {
  /** For settings and the command line; never changes. */
  id: string;
  /** What people call the format, in their language; where that differs from English, translated whenever it is read. */
  label: string;
  /** Among which formats people look for it; without one, it is for code. */
  group?: FormatGroup;
  /** File name extensions without dot, the usual one first. */
  extensions: readonly [string, ...string[]];
  /** How the names of its files end, without the dot before, where the usual extension alone would name the source. */
  ending?: string;
  /** What is written is bytes, not a text. */
  isBinary?: true;
  holds: FormatLimits;
  /** Ids of the languages of VS Code in whose files the text can be inserted as it is. */
  languages?: readonly string[];
  /**
   * A text, or bytes: see `isBinary`. What the format can't hold is left out.
   *
   * @throws UserError when the palette has more colors than the format can hold.
   */
  write?: (palette: NamedPalette, naming: Naming) => string | Uint8Array;
  /** Whether the content is of this format. Called in the order of the table: the first format to say so reads it. */
  recognizes?: (file: PaletteFile) => boolean;
  /**
   * @param file One that it recognizes.
   * @throws UserError when it is damaged, cut off, or holds no colors.
   */
  read?: (file: PaletteFile) => NamedPalette;
}

/** A format that palettes can be written in. */
export type WritingFormat = PaletteFormat & Required<Pick<PaletteFormat, 'write'>>;
