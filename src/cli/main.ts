/**
 * The command line. Exit codes: 0 all done, 1 an image failed (the others were still done), 2 wrong usage.
 * Results go to standard output, errors to standard error, one sentence each.
 */
import { parseReduceArguments, USAGE, type ReduceArguments } from './arguments';
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
  if (command !== 'reduce') throw new UsageError(`There is no command “${command}”.`);
  const parsed = parseReduceArguments(rest);
  if (!parsed) {
    process.stdout.write(USAGE);
    return 0;
  }
  return reduceAll(parsed);
}

async function reduceAll(words: ReduceArguments): Promise<number> {
  let exitCode = 0;
  const written: string[] = [];
  for (const input of words.inputs) {
    try {
      const report = await reduceFile(input, words, written);
      process.stdout.write(`${words.isJson ? JSON.stringify(report) : summary(report)}\n`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`tessera: ${error.message}\n`);
      exitCode = 1;
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
      process.stderr.write(`tessera: ${error.message}\nTry: tessera reduce --help\n`);
      process.exitCode = 2;
    } else {
      process.stderr.write(
        `tessera: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = 1;
    }
  },
);
