/** `tessera reconstruct`: the picture of a codebook and a label map. */
import { basename } from 'node:path';
import { inFileOrder } from '../engine/fileOrder';
import { encodePng } from '../images/encodePng';
import { optimizePng } from '../images/optimizePng';
import { reconstruct } from '../paletteFiles/codebook';
import { OPTIONS, oneOf, parseWords, wholeNumber } from './arguments';
import { UsageError } from './usageError';
import { readInput, refuseOccupied, refuseToReplace, writeOutput } from './files';

export const RECONSTRUCT_USAGE = `Usage: tessera reconstruct LABELS CODEBOOK --out FILE [options]

Makes the picture, exactly, that “tessera palette IN --format codebook” took apart into a label map (a grayscale
PNG) and a codebook (JSON). With other colors in the codebook it is the picture in those.

  --out FILE            the PNG file to write
  --optimize HOW        small (default): look for a smaller file; fast: take the first one
  --max-megapixels N    larger label maps are refused (default 100)
  --force               replace a file that exists
  -h, --help            this text
`;

export interface ReconstructArguments {
  labels: string;
  codebook: string;
  out: string;
  optimizes: boolean;
  maxMegapixels: number;
  mayReplace: boolean;
}

/** `undefined` when help was asked for. Throws `UsageError`. */
export function parseReconstructArguments(words: string[]): ReconstructArguments | undefined {
  const { out, optimize, 'max-megapixels': megapixels, force, help } = OPTIONS;
  const options = { out, optimize, 'max-megapixels': megapixels, force, help } as const;
  const { values, positionals } = parseWords(words, options);
  if (values.help) return undefined;
  const [labels, codebook, ...others] = positionals;
  if (labels === undefined || codebook === undefined || others.length > 0) {
    throw new UsageError('tessera reconstruct takes two files, a label map and a codebook.');
  }
  if (values.out === undefined) throw new UsageError('Say with --out where the picture should go.');
  return {
    labels,
    codebook,
    out: values.out,
    optimizes: oneOf('--optimize', values.optimize, ['small', 'fast'], 'small') === 'small',
    maxMegapixels: wholeNumber('--max-megapixels', values['max-megapixels'], 1, 500, 100),
    mayReplace: values.force ?? false,
  };
}

/** @returns A line for the person. Rejects with a `UserError`; then nothing was written. */
export async function reconstructFile(words: ReconstructArguments): Promise<string> {
  const { labels, codebook, out } = words;
  const [map, book] = await Promise.all([readInput(labels), readInput(codebook)]);
  const picture = reconstruct(
    { bytes: map, name: basename(labels) },
    { bytes: book, name: basename(codebook) },
    1_000_000 * words.maxMegapixels,
  );
  await refuseToReplace(out, [labels, codebook], 'is a source, which is never overwritten');
  await refuseOccupied(out, words.mayReplace);
  const png = encodePng(inFileOrder(picture));
  const content = words.optimizes ? await optimizePng(png) : png;
  await writeOutput(out, content, words.mayReplace);
  const colors = picture.palette.length / 4;
  return `${labels}, ${codebook} → ${out}: ${picture.width} × ${picture.height} pixels, ${colors} colors\n`;
}
