/** What of JPEG would take too long or too much memory, or goes beyond its decoders: told from the header alone. */
import * as l10n from '@vscode/l10n';
import { UserError } from '../shared/userError';

/**
 * A file of a few kilobytes can ask for thousands of scans, and each passes over the whole picture (about 1 ns a pixel).
 * Real ones have about ten; no one needs more than there are bits and coefficients to send apart.
 */
const MAX_SCANNED_PIXELS = 5e9;
/** libjpeg's limit, which browsers share. */
const MAX_SIDE = 65_500;
const ORDINARY_SCANS = 32;
/** Sent in passes, four components take 17 bytes and 70 to 120 ns a pixel to decode: this is 0.9 GB and 6 s at most. */
const MAX_CMYK_PIXELS = 50e6;

interface Frame {
  width: number;
  height: number;
  /** Identifiers of the color components. */
  components: readonly number[];
}

/** @throws UserError when a side, or a CMYK picture, is too large. */
export function refuseTooLarge({ width, height, components }: Frame, name: string): void {
  if (Math.max(width, height) > MAX_SIDE) {
    throw new UserError(
      l10n.t(
        '“{0}” has {1} × {2} pixels, and Tessera reads JPEG only up to {3} a side. Make it smaller, or save it as a PNG.',
        name,
        width,
        height,
        MAX_SIDE,
      ),
    );
  }
  if (components.length === 4 && width * height > MAX_CMYK_PIXELS) {
    throw new UserError(
      l10n.t(
        '“{0}” is a CMYK picture of {1} megapixels, and Tessera reads CMYK only up to {2}. Convert it to RGB and try again.',
        name,
        Math.round((width * height) / 1e6),
        MAX_CMYK_PIXELS / 1e6,
      ),
    );
  }
}

/** @throws UserError when so many scans would take minutes. */
export function refuseManyPasses({ width, height }: Frame, scanCount: number, name: string): void {
  if (scanCount > ORDINARY_SCANS && scanCount * width * height > MAX_SCANNED_PIXELS) {
    throw new UserError(
      l10n.t(
        '“{0}” is damaged or made to be slow: it sends its picture in {1} passes. Save it again from the program it was made with.',
        name,
        scanCount,
      ),
    );
  }
}
