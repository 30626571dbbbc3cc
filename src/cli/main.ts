/**
 * The command line. Exit codes: 0 all done, 1 an image failed (the others were still done), 2 wrong usage.
 * Results go to standard output, errors to standard error, one sentence each.
 */
import { parseReduceArguments, USAGE, type ReduceArguments } from './arguments';
import { exportPalette } from './exportPalette';
import { withPalette } from './importPalette';
import { PALETTE_USAGE, parsePaletteArguments } from './paletteArguments';
import { parseReconstructArguments, RECONSTRUCT_USAGE, reconstructFile } from './reconstruct';
import { reduceFile, type ReduceReport } from './reduceFile';
import { UsageError } from './usageError';
import { formatBytes } from '../shared/formatBytes';
import { UserError } from '../shared/userError';

async function main(words: string[]): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    (command === undefined ? process.stderr : process.stdout).write(USAGE);
    return command === undefined ? 2 : 0;
  }
  switch (command) {
    case 'reduce':
      return run(parseReduceArguments(rest), USAGE, reduceAll);
    case 'palette':
      return run(parsePaletteArguments(rest), PALETTE_USAGE, printing(exportPalette));
    case 'reconstruct':
      return run(parseReconstructArguments(rest), RECONSTRUCT_USAGE, printing(reconstructFile));
    default:
      throw new UsageError(`There is no command “${command}”.`);
  }
}

/** @param words `undefined` when help was asked for. */
async function run<Words>(
  words: Words | undefined,
  usage: string,
  command: (words: Words) => Promise<number>,
): Promise<number> {
  if (words !== undefined) return command(words);
  process.stdout.write(usage);
  return 0;
}

/** A command whose result is a text, or one sentence about what went wrong. */
function printing<Words>(command: (words: Words) => Promise<string>): (words: Words) => Promise<number> {
  return async (words) => {
    try {
      process.stdout.write(await command(words));
      return 0;
    } catch (error) {
      return failed(error);
    }
  };
}

/** @returns The exit code. */
function failed(error: unknown): number {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`tessera: ${error.message}\n`);
  return 1;
}

async function reduceAll(asked: ReduceArguments): Promise<number> {
  let words = asked;
  try {
    words = { ...asked, options: (await withPalette(asked.options, asked.palette)).options };
  } catch (error) {
    return failed(error);
  }
  let exitCode = 0;
  const written: string[] = [];
  for (const input of words.inputs) {
    try {
      const report = await reduceFile(input, words, written);
      for (const notice of report.notices) process.stderr.write(`tessera: ${notice}\n`);
      process.stdout.write(`${words.isJson ? JSON.stringify(report) : summary(report)}\n`);
    } catch (error) {
      exitCode = failed(error);
    }
  }
  return exitCode;
}

function summary({ input, output, colors, inputBytes, outputBytes, psnr }: ReduceReport): string {
  const quality = psnr === null ? 'the same picture' : `PSNR ${psnr.toFixed(1)} dB`;
  const sizes = `${formatBytes(inputBytes)} → ${formatBytes(outputBytes)}`;
  return `${input} → ${output}: ${colors} colors, ${sizes}, ${quality}`;
}

main(process.argv.slice(2)).then(
  (exitCode) => (process.exitCode = exitCode),
  (error: unknown) => {
    if (error instanceof UsageError) {
      process.stderr.write(`tessera: ${error.message}\nTry: tessera ${helpfulCommand()} --help\n`);
      process.exitCode = 2;
    } else {
      process.stderr.write(
        `tessera: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = 1;
    }
  },
);

/** The command whose help says more: the one that was meant, where there is such. */
function helpfulCommand(): string {
  const [command = ''] = process.argv.slice(2);
  return ['palette', 'reconstruct'].includes(command) ? command : 'reduce';
}
