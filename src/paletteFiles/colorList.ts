/** The colors found in a file so far; refuses more than a palette may have before they fill the memory. */
import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';
import { cleanName } from './names';
import { hexOf, MOST_COLORS, type NamedPalette, type PaletteColor, type Rgba } from './palette';
import type { PaletteFile } from './paletteFile';

export class ColorList {
  readonly colors: PaletteColor[] = [];
  private name: string | undefined;

  constructor(private readonly file: PaletteFile) {}

  /**
   * A name that is only the color's own hex digits says nothing and is dropped.
   *
   * @throws UserError at one color too many.
   */
  add(rgba: Rgba, name?: string, more: Pick<PaletteColor, 'share' | 'isLocked'> = {}): void {
    if (this.colors.length === MOST_COLORS) {
      throw new UserError(
        l10n.t(
          '“{0}” holds more than {1} colors, the most a palette can have here.',
          this.file.name,
          MOST_COLORS,
        ),
      );
    }
    const clean = name === undefined ? undefined : cleanName(name);
    const isOwnHex = clean?.replace(/^#/, '').toLowerCase() === hexOf(rgba).slice(1);
    this.colors.push({ rgba, ...(clean === undefined || isOwnHex ? {} : { name: clean }), ...more });
  }

  /** The palette's own name, where the file has one. */
  setName(name: string | undefined): void {
    this.name = name === undefined ? undefined : cleanName(name);
  }

  /**
   * Without a name of its own the palette is called as the file is, without extension.
   *
   * @throws UserError when there is no color.
   */
  palette(): NamedPalette {
    if (this.colors.length === 0) throw new UserError(l10n.t('“{0}” holds no colors.', this.file.name));
    return { name: this.name ?? this.file.stem, colors: this.colors };
  }
}
