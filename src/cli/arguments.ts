/** The command line's words, checked. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../engine/options';
import { reduceOptionsSchema } from '../shared/options';

export const USAGE = `Usage: tessera reduce IN… [options]

Reduces PNG and JPEG images to a palette and writes indexed PNG files.

  -k N                  number of colors, 2 to 4096 (default ${DEFAULT_OPTIONS.k}); over 256 the file is truecolor
  --out FILE            the file to write, for a single input
  --out-dir DIR         the folder to write to (default: beside each source)
  --space SPACE         where colors are compared: oklab (default) or rgb
  --init INIT           where k-means starts: split (default), kmeans++ or random
  --seed N              seed of kmeans++ and random (default ${DEFAULT_OPTIONS.seed})
  --dither none         no dithering, the only kind so far
  --max-improve-ms N    time for improving the result after k-means, in ms; 0 = none, the only value so far
  --max-megapixels N    larger images are refused (default 100)
  --json                one object an image on standard output, one a line
  --force               replace files that exist
  -h, --help            this text
`;

/** The words make no sense: the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface ReduceArguments {
  inputs: string[];
  options: ReduceOptions;
  out: string | undefined;
  outDir: string | undefined;
  maxMegapixels: number;
  isJson: boolean;
  mayReplace: boolean;
}

/** `undefined` when help was asked for. Throws `UsageError`. */
export function parseReduceArguments(words: string[]): ReduceArguments | undefined {
  const { values, positionals } = parse(words);
  if (values.help) return undefined;
  if (positionals.length === 0) throw new UsageError('No image was named.');
  if (values.out !== undefined && values['out-dir'] !== undefined) {
    throw new UsageError('--out and --out-dir exclude each other.');
  }
  if (values.out !== undefined && positionals.length > 1) {
    throw new UsageError(`--out names one file, but there are ${positionals.length} inputs; use --out-dir.`);
  }
  if (values.dither !== undefined && values.dither !== 'none') {
    throw new UsageError(`--dither takes none, not “${values.dither}”.`);
  }
  const improveMs = values['max-improve-ms'];
  if (improveMs !== undefined) numberOf('--max-improve-ms', improveMs, 0, 3_600_000);
  return {
    inputs: positionals,
    options: optionsOf(values),
    out: values.out,
    outDir: values['out-dir'],
    maxMegapixels: numberOf('--max-megapixels', values['max-megapixels'] ?? '100', 1, 500),
    isJson: values.json ?? false,
    mayReplace: values.force ?? false,
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        k: { type: 'string', short: 'k' },
        out: { type: 'string' },
        'out-dir': { type: 'string' },
        space: { type: 'string' },
        init: { type: 'string' },
        seed: { type: 'string' },
        dither: { type: 'string' },
        'max-improve-ms': { type: 'string' },
        'max-megapixels': { type: 'string' },
        json: { type: 'boolean' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function optionsOf(words: { k?: string; space?: string; init?: string; seed?: string }): ReduceOptions {
  const wanted = {
    k: words.k === undefined ? DEFAULT_OPTIONS.k : Number(words.k),
    space: words.space ?? DEFAULT_OPTIONS.space,
    init: words.init ?? DEFAULT_OPTIONS.init,
    seed: words.seed === undefined ? DEFAULT_OPTIONS.seed : Number(words.seed),
  };
  const checked = v.safeParse(reduceOptionsSchema, wanted);
  if (checked.success) return checked.output;
  const issue = checked.issues[0];
  const option = v.getDotPath(issue);
  throw new UsageError(`${option === 'k' ? '-k' : `--${option}`}: ${issue.message}`);
}

function numberOf(option: string, word: string, least: number, most: number): number {
  const number = word.trim() === '' ? NaN : Number(word);
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a number from ${least} to ${most}, not “${word}”.`);
}
