/**
 * Feeds the readers of palette files with files that are damaged in every way, and prints what happened.
 *
 *     node out/test/bench/fuzzPalettes.js [--seconds 60] [--seed 1] [FORMAT…]
 *
 * Inputs are sound files, ours and other programs', with bytes, lengths and pieces changed, cut, doubled and mixed. The
 * same seed makes the same inputs in the same order. Each format has a process of its own, so that its memory can be
 * measured and a crash ends nothing else. An answer is a palette or a `UserError` of one line; all else is a crash.
 */
import { execFile } from 'node:child_process';
import { parseArgs } from 'node:util';
import { runFuzz, TARGETS, type FuzzResult } from './fuzzTargets';
import { runMain } from '../host/runMain';

const MEGABYTE = 1 << 20;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (values.only !== undefined) {
    console.log(JSON.stringify(runFuzz(values.only, seconds, seed)));
    return 0;
  }
  console.log('| format | inputs | read | refused | crashes | longest | memory | at start |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  let crashes = 0;
  for (const target of positionals.length > 0 ? positionals : TARGETS) {
    const result = await inOwnProcess(target, seconds, seed);
    crashes += result.crashes.length;
    console.log(
      `| ${target} | ${result.inputs} | ${result.read} | ${result.refused} | ${result.crashes.length} | ` +
        `${result.longestMs.toFixed(1)} ms | ${Math.round(result.peakBytes / MEGABYTE)} MB | ` +
        `${Math.round(result.startBytes / MEGABYTE)} MB |`,
    );
    for (const crash of result.crashes.slice(0, 3)) console.log(`\n${crash}\n`);
  }
  return crashes === 0 ? 0 : 1;
}

function inOwnProcess(target: string, seconds: number, seed: number): Promise<FuzzResult> {
  const words = [process.argv[1]!, '--only', target, '--seconds', `${seconds}`, '--seed', `${seed}`];
  return new Promise((settle) => {
    execFile(process.execPath, words, { maxBuffer: 64 * MEGABYTE }, (error, stdout, stderr) => {
      if (!error) settle(JSON.parse(stdout) as FuzzResult);
      else {
        const nothing = { inputs: 0, read: 0, refused: 0, longestMs: 0, peakBytes: 0, startBytes: 0 };
        settle({
          ...nothing,
          crashes: [`the process ended: ${error.message.slice(0, 200)} ${stderr.slice(-2000)}`],
        });
      }
    });
  });
}

runMain(main);
