/** The command line's words, checked. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  DEFAULT_OPTIONS,
  DITHERS,
  INITS,
  K_MAX,
  K_MAX_INDEXED,
  K_MIN,
  RUNS_MAX,
  SEED_MAX,
  SPACES,
  type ReduceOptions,
} from '../engine/options';
import { DEFAULT_IMPROVE_MS } from '../engine/paletteSearch';
import type { Target } from '../engine/targets';
import { TARGET_OPTIONS, targetOf } from './targetArguments';
import { UsageError } from './usageError';

export const USAGE = `Usage: tessera reduce IN… [options]
       tessera palette IN --format FORMAT [options]      (see: tessera palette --help)
       tessera reconstruct LABELS CODEBOOK --out FILE    (see: tessera reconstruct --help)

Reduces PNG and JPEG images to a palette and writes indexed PNG files.

  -k N                  number of colors, ${K_MIN} to ${K_MAX} (default ${DEFAULT_OPTIONS.k}); over 256 the file is truecolor
  --max-kb N            instead of -k: the most colors (up to ${K_MAX_INDEXED}) whose file has at most N · 1000 bytes
  --min-psnr N          instead of -k: the fewest colors with a PSNR of at least N dB
  --min-ssim N          instead of -k: the fewest colors with an SSIM of at least N, 0 to 1
  --max-delta-e N       instead of -k: the fewest colors with a mean ΔE (OKLab) of at most N, such as 0.02
  --out FILE            the file to write, for a single input
  --out-dir DIR         the folder to write to (default: beside each source)
  --space SPACE         where colors are compared: oklab (default) or rgb
  --init INIT           where k-means starts: split (default), kmeans++ or random
  --seed N              seed of kmeans++ and random (default ${DEFAULT_OPTIONS.seed})
  --runs N              starts of kmeans++ and random, of which the best counts, 1 to ${RUNS_MAX} (default 1)
  --keep-rare N         how strongly rare vivid colors are kept, 0 to 100 (default ${DEFAULT_OPTIONS.keepRare})
  --lock COLOR          a color to have in the palette, such as #3a7bd5; may be repeated
  --recolor FROM=TO     a color to find as FROM and write as TO; FROM is locked; may be repeated
  --palette FILE        use exactly the colors of a palette file (.gpl, .ase, .aco, .act, .pal, .css, .json, …)
  --prefer              have the colors of --palette, and add others up to -k
  --dither KIND         ${DITHERS.join(', ')} (default ${DEFAULT_OPTIONS.dither})
  --dither-strength N   0 to 100 (default ${DEFAULT_OPTIONS.ditherStrength})
  --max-improve-ms N    at most so many ms for improving the palette after k-means (default ${DEFAULT_IMPROVE_MS});
                        0 = a quick, sound result
  --optimize HOW        small (default): look for a smaller file; fast: take the first one
  --max-megapixels N    larger images are refused (default 100)
  --json                one object an image on standard output, one a line
  --force               replace files that exist
  -h, --help            this text
`;

export interface ReduceArguments {
  inputs: string[];
  options: ReduceOptions;
  /** By what the number of colors is to be found; else `options.k` counts. */
  target: Target | undefined;
  /** Time for improving the palette, in ms; 0 = none. */
  improveMs: number;
  /** Whether a smaller file is looked for. */
  optimizes: boolean;
  out: string | undefined;
  outDir: string | undefined;
  maxMegapixels: number;
  isJson: boolean;
  mayReplace: boolean;
  /** `options.k` and `options.locked` are known only when this file is read, see `withPalette`. */
  palette: PaletteRequest | undefined;
}

export interface PaletteRequest {
  /** A palette file. */
  path: string;
  /** How many colors there should be in all; `undefined`: those of the file and no others. */
  k: number | undefined;
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
  const target = targetOf(values);
  if (target && values.palette !== undefined) {
    throw new UsageError('--palette says how many colors there are, so there is no target to look for.');
  }
  return {
    inputs: positionals,
    options: optionsOf(values, target),
    target,
    improveMs: wholeNumber(
      '--max-improve-ms',
      values['max-improve-ms'],
      0,
      MOST_IMPROVE_MS,
      DEFAULT_IMPROVE_MS,
    ),
    optimizes: oneOf('--optimize', values.optimize, ['small', 'fast'], 'small') === 'small',
    out: values.out,
    outDir: values['out-dir'],
    maxMegapixels: wholeNumber('--max-megapixels', values['max-megapixels'], 1, 500, 100),
    isJson: values.json ?? false,
    mayReplace: values.force ?? false,
    palette: paletteRequest(values),
  };
}

export function paletteRequest(values: ReductionValues): PaletteRequest | undefined {
  const { palette: path, prefer = false, k } = values;
  if (path === undefined) {
    if (prefer) throw new UsageError('--prefer needs --palette, whose colors it prefers.');
    return undefined;
  }
  if (!prefer && k !== undefined) {
    throw new UsageError('--palette says how many colors there are; -k adds others to them with --prefer.');
  }
  return { path, k: prefer ? wholeNumber('-k', k, K_MIN, K_MAX, DEFAULT_OPTIONS.k) : undefined };
}

export type ReductionValues = ReturnType<typeof parse>['values'];

/** With a target, k is the most that can be found. */
export function optionsOf(values: ReductionValues, target?: Target): ReduceOptions {
  const standard = DEFAULT_OPTIONS;
  const asked = target ? K_MAX_INDEXED : wholeNumber('-k', values.k, K_MIN, K_MAX, standard.k);
  const k = values.palette === undefined ? asked : K_MAX;
  return {
    k,
    space: oneOf('--space', values.space, SPACES, standard.space),
    init: oneOf('--init', values.init, INITS, standard.init),
    seed: wholeNumber('--seed', values.seed, 0, SEED_MAX, standard.seed),
    runs: wholeNumber('--runs', values.runs, 1, RUNS_MAX, standard.runs),
    keepRare: wholeNumber('--keep-rare', values['keep-rare'], 0, 100, standard.keepRare),
    ...editedColors(values.lock ?? [], values.recolor ?? [], k),
    dither: oneOf('--dither', values.dither, DITHERS, standard.dither),
    ditherStrength: wholeNumber(
      '--dither-strength',
      values['dither-strength'],
      0,
      100,
      standard.ditherStrength,
    ),
  };
}

function editedColors(
  locks: readonly string[],
  recolorings: readonly string[],
  k: number,
): Pick<ReduceOptions, 'locked' | 'recolored'> {
  const recolored = recolorings.map((word) => {
    const [from = '', to = '', ...rest] = word.split('=');
    if (rest.length > 0) throw new UsageError(`--recolor takes two colors, FROM=TO, not “${word}”.`);
    return { from: colorOf('--recolor', from), to: colorOf('--recolor', to) };
  });
  const sources = recolored.map(({ from }) => from);
  const twice = sources.find((from, at) => sources.indexOf(from) < at);
  if (twice !== undefined) throw new UsageError(`--recolor names ${twice} twice.`);
  const locked = [...new Set([...locks.map((word) => colorOf('--lock', word)), ...sources])];
  if (locked.length > k) {
    throw new UsageError(`${locked.length} colors are locked, more than the ${k} of the palette.`);
  }
  return { locked, recolored };
}

function colorOf(option: string, word: string): string {
  const hex = /^#?([0-9a-f]{6}([0-9a-f]{2})?)$/i.exec(word)?.[1];
  if (hex === undefined) throw new UsageError(`${option} takes a color such as #3a7bd5, not “${word}”.`);
  return `#${hex.toLowerCase()}`;
}

export const MOST_IMPROVE_MS = 3_600_000;

export const OPTIONS = {
  k: { type: 'string', short: 'k' },
  ...TARGET_OPTIONS,
  out: { type: 'string' },
  'out-dir': { type: 'string' },
  space: { type: 'string' },
  init: { type: 'string' },
  seed: { type: 'string' },
  runs: { type: 'string' },
  'keep-rare': { type: 'string' },
  lock: { type: 'string', multiple: true },
  recolor: { type: 'string', multiple: true },
  palette: { type: 'string' },
  prefer: { type: 'boolean' },
  dither: { type: 'string' },
  'dither-strength': { type: 'string' },
  optimize: { type: 'string' },
  'max-improve-ms': { type: 'string' },
  'max-megapixels': { type: 'string' },
  json: { type: 'boolean' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(words: string[]) {
  return parseWords(words, OPTIONS);
}

/** Throws `UsageError`. */
export function parseWords<Options extends Required<ParseArgsConfig>['options']>(
  words: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: Options }>> {
  try {
    return parseArgs({ args: withJoinedNegatives(words), allowPositionals: true, options });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(usageSentence(message), { cause: error });
  }
}

/** `--seed -1` as `--seed=-1`: a number is a value, for which there is a better sentence than for an option. */
function withJoinedNegatives(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const option = joined.at(-1);
    if (/^-\d/.test(word) && option !== undefined && /^--?[a-z][a-z-]*$/.test(option)) {
      joined[joined.length - 1] = option.startsWith('--') ? `${option}=${word}` : option + word;
    } else {
      joined.push(word);
    }
  }
  return joined;
}

/** What Node says of options, in fewer words. */
function usageSentence(message: string): string {
  const option = /'(?:-\w, )?(--?[^\s=']*)/.exec(message)?.[1] ?? '';
  const name = option === '--k' ? '-k' : option;
  if (message.startsWith('Unknown option')) return `There is no option ${name}.`;
  if (/does not take an argument/.test(message)) return `${name} takes no value.`;
  if (/argument missing|argument is ambiguous/.test(message)) return `${name} needs a value.`;
  return message;
}

export function wholeNumber(
  option: string,
  word: string | undefined,
  least: number,
  most: number,
  standard: number,
): number {
  if (word === undefined) return standard;
  const number = /^\d+$/.test(word) ? Number(word) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}, not “${word}”.`);
}

export function oneOf<Choice extends string>(
  option: string,
  word: string | undefined,
  choices: readonly Choice[],
  standard: Choice,
): Choice {
  if (word === undefined) return standard;
  const choice = choices.find((each) => each === word);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} takes ${listOf(choices)}, not “${word}”.`);
}

function listOf(choices: readonly string[]): string {
  const last = choices.at(-1) ?? '';
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`;
}
