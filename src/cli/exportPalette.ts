/** The palette of an image or a palette file, written in a format. */
import { basename } from 'node:path';
import type { IndexedPixels } from '../engine/pixels';
import { ImageReducer, type Reduced } from '../engine/reduce';
import { runToEnd } from '../engine/steps';
import { decodeImage } from '../images/decode';
import { CODEBOOK, writeCodebook } from '../paletteFiles/codebook';
import { hexOf, paletteOfBytes, type NamedPalette } from '../paletteFiles/palette';
import { readPalette } from '../paletteFiles/readPalette';
import { UserError } from '../shared/userError';
import { readInput, refuseOccupied, refuseToReplace, writeOutput } from './files';
import { withPalette } from './importPalette';
import type { PaletteArguments } from './paletteArguments';

/**
 * @returns What goes to standard output: the palette, or what was written where.
 * Rejects with a `UserError` whose sentence names the file; then nothing was written.
 */
export async function exportPalette(words: PaletteArguments): Promise<string> {
  const { input, format, out, mayReplace } = words;
  const sources = words.palette ? [input, words.palette.path] : [input];
  // Before the work whose result could not be written.
  for (const path of out === undefined ? [] : pathsFor(format, out)) {
    await refuseToReplace(path, sources, 'is a source, which is never overwritten');
    await refuseOccupied(path, mayReplace);
  }
  const { palette, picture } = await paletteFor(words);
  const files = filesFor(palette, picture, words);
  if (out === undefined) {
    return String(Object.values(files)[0]); // a text: whatever else needs --out
  }
  for (const [path, content] of Object.entries(files)) await writeOutput(path, content, mayReplace);
  return `${input} → ${Object.keys(files).join(', ')}: ${palette.colors.length} colors, ${format.label}\n`;
}

interface Found {
  palette: NamedPalette;
  /** `undefined` when the input was a palette file. */
  picture: IndexedPixels | undefined;
}

async function paletteFor(words: PaletteArguments): Promise<Found> {
  const { input } = words;
  const bytes = await readInput(input);
  const name = basename(input);
  const isImage = bytes[0] === 0x89 || (bytes[0] === 0xff && bytes[1] === 0xd8);
  if (!isImage) return { palette: readPalette(bytes, name).palette, picture: undefined };
  const { options, palette: wanted } = await withPalette(words.options, words.palette);
  const { improveMs } = words;
  const image = await decodeImage(bytes, name, words);
  for (const notice of image.notices) process.stderr.write(`tessera: ${notice}\n`);
  const reducer = new ImageReducer(image);
  const limits = improveMs > 0 ? ({ effort: 'rest', improveMs } as const) : ({ effort: 'quick' } as const);
  const reduced = runToEnd(reducer.reduce(options, limits));
  return { palette: named(reduced, name, wanted), picture: reduced.picture };
}

/** With the names that colors had in the palette that was asked for. */
function named(
  { palette, shares, options }: Reduced,
  file: string,
  wanted: NamedPalette | undefined,
): NamedPalette {
  const names = new Map(wanted?.colors.map(({ rgba, name }) => [hexOf(rgba), name]));
  const locked = new Set(options.locked);
  const { name, colors } = paletteOfBytes(file.replace(/(?!^)\.[^.]*$/, ''), palette, shares);
  return {
    name,
    colors: colors.map((color) => {
      const hex = hexOf(color.rgba);
      return { ...color, name: names.get(hex), isLocked: locked.has(hex) };
    }),
  };
}

/** Contents by path; without `--out` the path is of no matter. */
function filesFor(
  palette: NamedPalette,
  picture: IndexedPixels | undefined,
  { format, naming, out = '', input }: PaletteArguments,
): Record<string, string | Uint8Array> {
  if ('write' in format && format.write) return { [out]: format.write(palette, naming) };
  if (!picture) throw new UserError(`“${input}” is a palette file; a codebook needs a picture.`);
  const { codebook, labels } = writeCodebook(palette, picture, naming);
  const [codebookPath, labelsPath] = codebookPaths(out);
  return { [codebookPath]: codebook, [labelsPath]: labels };
}

/** What is written for `--out`. */
function pathsFor(format: PaletteArguments['format'], out: string): readonly string[] {
  return format.id === CODEBOOK.id ? codebookPaths(out) : [out];
}

function codebookPaths(out: string): readonly [codebook: string, labels: string] {
  const stem = out.replace(/(\.codebook)?(\.json)?$/i, '');
  return [`${stem}.${CODEBOOK.extensions.codebook}`, `${stem}.${CODEBOOK.extensions.labels}`];
}
