/**
 * A strip of swatches as a PNG, a square of 1, 8 or 32 pixels for each color, as Lospec exports palettes; up to 256
 * colors stand in its own palette (PLTE and tRNS) too, in their order.
 *
 * Read is any indexed PNG's palette, and the different colors of any other PNG that has no more than 256 of them, in
 * the order in which they appear.
 */
import * as l10n from '@vscode/l10n';
import { chunksOf } from '../images/pngChunks';
import { UserError } from '../shared/userError';
import { ColorList } from './colorList';
import type { PaletteFormat } from './format';
import type { NamedPalette, Rgba } from './palette';
import type { PaletteFile } from './paletteFile';
import { INDEXED, RGBA, writePng } from './writePng';
import { readPngSamples, type PngSamples } from './pngSamples';

const MOST_INDEXED = 256;
/** Larger pictures without a palette are no swatches. */
const MAX_PIXELS = 1 << 22;

/** @param side Of a swatch, in pixels. */
function strip(
  id: string,
  side: number,
  reading: Pick<PaletteFormat, 'recognizes' | 'read'> = {},
): PaletteFormat {
  return {
    id,
    get label() {
      return l10n.t('PNG strip ({0}×)', side);
    },
    group: 'picture',
    extensions: ['png'],
    ending: side === 1 ? 'palette.png' : `palette-${side}x.png`,
    isBinary: true,
    holds: { alpha: 'full', names: 'none' },
    write: (palette) => writeStrip(palette, side),
    ...reading,
  };
}

export const pngStrip = strip('png', 1, {
  recognizes: (file) => file.startsWith('\x89PNG\r\n\x1a\n'),
  read: (file) => palettePart(file) ?? differentColors(file),
});
export const pngStrip8 = strip('png-8x', 8);
export const pngStrip32 = strip('png-32x', 32);

function writeStrip({ colors }: NamedPalette, side: number): Uint8Array {
  const isIndexed = colors.length <= MOST_INDEXED;
  const row = Uint8Array.from(
    colors.flatMap(({ rgba }, i) => Array.from({ length: side }, () => (isIndexed ? [i] : rgba))).flat(),
  );
  const rows = new Uint8Array(row.length * side);
  for (let y = 0; y < side; y++) rows.set(row, y * row.length);
  const size = { width: side * colors.length, height: side, rows } as const;
  if (!isIndexed) return writePng({ ...size, colorType: RGBA });
  const clear = 1 + Math.max(-1, ...colors.map(({ rgba }, i) => (rgba[3] < 255 ? i : -1)));
  const alphas = Uint8Array.from(colors.slice(0, clear), ({ rgba }) => rgba[3]);
  const plte = Uint8Array.from(colors.flatMap(({ rgba }) => rgba.slice(0, 3)));
  const chunks = { PLTE: plte, ...(clear > 0 ? { tRNS: alphas } : {}) };
  return writePng({ ...size, colorType: INDEXED, chunks: Object.entries(chunks) });
}

/** The palette of an indexed PNG, with colors that no pixel has; `undefined` of other PNGs. */
function palettePart(file: PaletteFile): NamedPalette | undefined {
  if (file.bytes[25] !== INDEXED) return undefined;
  let plte: Uint8Array | undefined;
  let alphas: Uint8Array = new Uint8Array(0);
  for (const { type, data } of chunksOf(file.bytes)) {
    if (type === 'PLTE') plte = data;
    if (type === 'tRNS') alphas = data;
    if (type === 'IDAT') break;
  }
  if (!plte || plte.length % 3 !== 0 || plte.length > 3 * MOST_INDEXED) {
    throw file.damaged(l10n.t('it is an indexed PNG without a sound palette'));
  }
  const list = new ColorList(file);
  for (let i = 0; 3 * i < plte.length; i++) {
    list.add([plte[3 * i]!, plte[3 * i + 1]!, plte[3 * i + 2]!, alphas[i] ?? 255]);
  }
  return list.palette();
}

function differentColors(file: PaletteFile): NamedPalette {
  const picture = readPngSamples(file.bytes, file.name, MAX_PIXELS);
  const list = new ColorList(file);
  const seen = new Set<string>();
  for (let pixel = 0; pixel < picture.width * picture.height; pixel++) {
    const rgba = colorAt(picture, pixel);
    const key = rgba.join();
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MOST_INDEXED) {
      throw new UserError(
        l10n.t(
          '“{0}” has no palette of its own, and more than {1} different colors. Reduce it, and use the palette of the result.',
          file.name,
          MOST_INDEXED,
        ),
      );
    }
    list.add(rgba);
  }
  return list.palette();
}

function colorAt({ samples, colorType, depth }: PngSamples, pixel: number): Rgba {
  const most = (1 << depth) - 1;
  const byte = (at: number) => Math.round((255 * samples[at]!) / most);
  switch (colorType) {
    case 0: {
      const gray = byte(pixel);
      return [gray, gray, gray, 255];
    }
    case 2:
      return [byte(3 * pixel), byte(3 * pixel + 1), byte(3 * pixel + 2), 255];
    case 4: {
      const gray = byte(2 * pixel);
      return [gray, gray, gray, byte(2 * pixel + 1)];
    }
    default:
      return [byte(4 * pixel), byte(4 * pixel + 1), byte(4 * pixel + 2), byte(4 * pixel + 3)];
  }
}
