/**
 * A picture as a codebook and a map of labels, as vector quantization has it: a JSON file with the palette, and a
 * grayscale PNG in which each pixel is the place of its color, 8 bits up to 256 colors, 16 above. Together they are the
 * picture, exactly; with another codebook of the same length they are the picture in other colors.
 *
 *     { "format": "tessera-codebook", "version": 1, "name": "Hats", "width": 768, "height": 512, "colors": […] }
 *
 * `colors` are as in `plainJson.ts`, in the order of the labels.
 */
import * as l10n from '@vscode/l10n';
import { labelRows } from '../engine/explore/segmentRows';
import type { IndexedPixels } from '../engine/pixels';
import { encodeSamples, type Samples } from '../images/encodeSamples';
import { UserError } from '../shared/userError';
import { ColorList } from './colorList';
import { jsonText } from './jsonText';
import { cleanName } from './names';
import { labelsOf, type Naming } from './naming';
import { MOST_COLORS, type NamedPalette } from './palette';
import { PaletteFile } from './paletteFile';
import { addEntry, entryOf } from './plainJson';
import { isObject } from './parseJson';
import { readPngSamples } from './pngSamples';

/** PNG's color type of a map of labels. */
const GRAY = 0;

const FORMAT = 'tessera-codebook';
const VERSION = 1;

export const CODEBOOK = {
  id: 'codebook',
  get label() {
    return l10n.t('Codebook and label map');
  },
  group: 'picture',
  /** Of the two files. */
  extensions: { codebook: 'codebook.json', labels: 'labels.png' },
} as const;

export interface CodebookFiles {
  codebook: string;
  labels: Uint8Array;
}

/**
 * Both files. The map of labels of a large picture takes seconds; `writeColors` and `labelSamples` are its halves for who
 * has a thread for that.
 *
 * @param picture What its indices mean stands in `palette`, whose colors are `picture.palette`'s, in their order.
 */
export function writeCodebook(palette: NamedPalette, picture: IndexedPixels, naming: Naming): CodebookFiles {
  return {
    codebook: writeColors(palette, picture, naming),
    labels: encodeSamples(labelSamples(picture)),
  };
}

/** The map of labels, to be encoded. */
export function labelSamples(picture: IndexedPixels): Samples {
  const { rows, depth } = labelRows(picture);
  const { width, height } = picture;
  return { width, height, kind: depth === 8 ? 'gray8' : 'gray16', rows };
}

/** The codebook of a picture of that size. */
export function writeColors(
  palette: NamedPalette,
  { width, height }: { width: number; height: number },
  naming: Naming,
): string {
  const names = labelsOf(palette, naming);
  return jsonText({
    format: FORMAT,
    version: VERSION,
    name: cleanName(palette.name) ?? '',
    width,
    height,
    colors: palette.colors.map((color, i) => entryOf(color, names[i])),
  });
}

/**
 * The picture that both files are together. The codebook may have been edited: recolored, renamed, extended.
 *
 * @param maxPixels Larger pictures are refused.
 * @throws UserError when one of them is damaged, or they don't belong together.
 */
export function reconstruct(
  labels: { bytes: Uint8Array; name: string },
  codebook: { bytes: Uint8Array; name: string },
  maxPixels: number,
): IndexedPixels {
  const { colors, width, height } = readCodebook(new PaletteFile(codebook.bytes, codebook.name));
  if (!new PaletteFile(labels.bytes, labels.name).startsWith('\x89PNG\r\n\x1a\n')) {
    throw new UserError(l10n.t('“{0}” is no label map: it is not a PNG image.', labels.name));
  }
  const map = readPngSamples(labels.bytes, labels.name, maxPixels);
  if (map.colorType !== GRAY) {
    throw new UserError(
      l10n.t('“{0}” is no label map: it is a color picture, and a label map is grayscale.', labels.name),
    );
  }
  if (map.width !== width || map.height !== height) {
    throw new UserError(
      l10n.t(
        "“{0}” has {1} × {2} pixels and “{3}” is for {4} × {5}: they don't belong together.",
        labels.name,
        map.width,
        map.height,
        codebook.name,
        width,
        height,
      ),
    );
  }
  const most = map.samples.reduce((a, b) => Math.max(a, b), 0);
  if (most >= colors.length) {
    throw new UserError(
      l10n.t(
        "“{0}” has label {1}, and “{2}” ends at label {3}: they don't belong together.",
        labels.name,
        most,
        codebook.name,
        colors.length - 1,
      ),
    );
  }
  const indices = colors.length <= 256 ? Uint8Array.from(map.samples) : map.samples;
  return { width, height, indices, palette: Uint8Array.from(colors.flatMap(({ rgba }) => rgba)) };
}

function readCodebook(file: PaletteFile): { colors: NamedPalette['colors']; width: number; height: number } {
  const { json } = file;
  if (!isObject(json) || json.format !== FORMAT || !Array.isArray(json.colors)) {
    throw new UserError(
      l10n.t('“{0}” is no codebook: it is not JSON with “format”: “{1}”.', file.name, FORMAT),
    );
  }
  if (json.version !== VERSION) {
    throw new UserError(
      l10n.t(
        '“{0}” is a codebook of version {1}; version {2} is known here.',
        file.name,
        String(json.version),
        VERSION,
      ),
    );
  }
  const { width, height } = json;
  if (!isSide(width) || !isSide(height))
    throw file.damaged(l10n.t('it does not say how wide and high the picture is'));
  const list = new ColorList(file);
  for (const [i, entry] of (json.colors as unknown[]).slice(0, MOST_COLORS + 1).entries()) {
    addEntry(list, entry);
    // A color passed over would shift all labels after it.
    if (list.colors.length !== i + 1) throw file.damaged(l10n.t('color {0} is not written as a color', i));
  }
  return { colors: list.palette().colors, width, height };
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
