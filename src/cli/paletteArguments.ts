/** The words after `tessera palette`, checked. */
import { DEFAULT_IMPROVE_MS } from '../engine/paletteSearch';
import { K_MAX, K_MIN, type ReduceOptions } from '../engine/options';
import { CODEBOOK } from '../paletteFiles/codebook';
import type { PaletteFormat } from '../paletteFiles/format';
import { formatOfFileName, formatOfId, PALETTE_FORMATS } from '../paletteFiles/formats';
import { DEFAULT_PREFIX, NAME_PATTERNS, type Naming } from '../paletteFiles/naming';
import {
  MOST_IMPROVE_MS,
  OPTIONS,
  optionsOf,
  paletteRequest,
  parseWords,
  wholeNumber,
  type PaletteRequest,
} from './arguments';
import { UsageError } from './usageError';

const WRITING = PALETTE_FORMATS.filter(({ write }) => write !== undefined);
const WIDTH = Math.max(...[...WRITING, CODEBOOK].map(({ id }) => id.length));
const STYLES = Object.keys(NAME_PATTERNS).join(', ');

export const PALETTE_USAGE = `Usage: tessera palette IN --format FORMAT [options]

Takes the palette of an image, reduced as “tessera reduce” does it, or of a palette file, and writes it in a format:

${[...WRITING, CODEBOOK].map(({ id, label }) => `  ${id.padEnd(WIDTH)}  ${label}`).join('\n')}

  --format FORMAT       one of those above; without it, the extension of --out says which
  --out FILE            the file to write; without it, a text goes to standard output
  --prefix WORD         the beginning of names that are made (default ${DEFAULT_PREFIX})
  --names STYLE         ${STYLES}, or a pattern such as '\${prefix}-\${index}'
                        with \${prefix}, \${index}, \${rank}, \${name}, \${role} and \${hex}
  -k N                  number of colors, ${K_MIN} to ${K_MAX} (default 16), and, as for “tessera reduce”:
                        --space, --init, --seed, --runs, --keep-rare, --lock, --palette, --prefer, --dither,
                        --dither-strength, --max-improve-ms, --max-megapixels
  --force               replace files that exist
  -h, --help            this text
`;

export interface PaletteArguments {
  input: string;
  options: ReduceOptions;
  palette: PaletteRequest | undefined;
  improveMs: number;
  maxMegapixels: number;
  format: PaletteFormat | typeof CODEBOOK;
  naming: Naming;
  /** `undefined`: standard output. */
  out: string | undefined;
  mayReplace: boolean;
}

const { json: _json, optimize: _optimize, 'out-dir': _outDir, ...REDUCTION } = OPTIONS;
const PALETTE_OPTIONS = {
  ...REDUCTION,
  format: { type: 'string' },
  prefix: { type: 'string' },
  names: { type: 'string' },
} as const;

/** `undefined` when help was asked for. Throws `UsageError`. */
export function parsePaletteArguments(words: string[]): PaletteArguments | undefined {
  const { values, positionals } = parseWords(words, PALETTE_OPTIONS);
  if (values.help) return undefined;
  const [input, ...others] = positionals;
  if (input === undefined) throw new UsageError('No image or palette file was named.');
  if (others.length > 0) throw new UsageError('tessera palette takes one file.');
  const format = formatFor(values.format, values.out);
  if (values.out === undefined) refuseToPrint(format);
  return {
    input,
    options: optionsOf(values),
    palette: paletteRequest(values),
    improveMs: wholeNumber(
      '--max-improve-ms',
      values['max-improve-ms'],
      0,
      MOST_IMPROVE_MS,
      DEFAULT_IMPROVE_MS,
    ),
    maxMegapixels: wholeNumber('--max-megapixels', values['max-megapixels'], 1, 500, 100),
    format,
    naming: { prefix: values.prefix, pattern: patternFor(values.names) },
    out: values.out,
    mayReplace: values.force ?? false,
  };
}

function refuseToPrint(format: PaletteArguments['format']): void {
  if (!('write' in format)) {
    throw new UsageError('A codebook has two files; say with --out where they should go.');
  }
  if (format.isBinary) throw new UsageError(`${format.label} is a binary format; name a file with --out.`);
}

function formatFor(id: string | undefined, out: string | undefined): PaletteArguments['format'] {
  const isCodebook =
    id === CODEBOOK.id || (id === undefined && out?.endsWith(`.${CODEBOOK.extensions.codebook}`));
  if (isCodebook) return CODEBOOK;
  if (id !== undefined) {
    const format = formatOfId(id);
    if (format?.write) return format;
    throw new UsageError(
      `--format takes ${WRITING.map((each) => each.id).join(', ')} or ${CODEBOOK.id}, not “${id}”.`,
    );
  }
  const format = out === undefined ? undefined : formatOfFileName(out);
  if (format) return format;
  throw new UsageError('No format was named; use --format, or --out with the extension of one.');
}

function patternFor(word: string | undefined): string | undefined {
  if (word === undefined || word.includes('${')) return word;
  const pattern = Object.entries(NAME_PATTERNS).find(([style]) => style === word)?.[1];
  if (pattern !== undefined) return pattern;
  throw new UsageError(
    `--names takes ${STYLES} or a pattern with \${index}, \${name} and the like, not “${word}”.`,
  );
}
