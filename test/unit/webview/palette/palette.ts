import { colorOfHex } from '../../../../src/engine/hexColor';
import { recolorPalette, recolorShares } from '../../../../src/engine/recolor';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../../src/engine/options';
import { paletteEntries, type PaletteEntry } from '../../../../src/webview/palette/paletteEntries';

/** The entries that the page has of a palette that was found like this, with shares of 1, 2, 3 … parts. */
export function entriesOf(found: readonly string[], options: Partial<ReduceOptions> = {}): PaletteEntry[] {
  const { locked, recolored } = { ...DEFAULT_OPTIONS, ...options };
  const rgba = Uint8Array.from(found.flatMap((hex) => colorOfHex(hex)));
  const total = (found.length * (found.length + 1)) / 2;
  const shares = found.map((_, i) => (i + 1) / total);
  const { palette, lookup } = recolorPalette(rgba, recolored);
  const part = { rgba: palette, shares: lookup ? recolorShares(shares, lookup) : shares, lookup };
  return paletteEntries(part, { locked });
}
