/**
 * Feeds the decoders with pictures that are damaged in every way, and prints what happened.
 *
 *     node out/test/bench/fuzzImages.js [--seconds 60] [--seed 1] [--compare] [--web] [--write N] [KIND…]
 *
 * The same seed makes the same inputs in the same order. Each kind has a process of its own that is watched from
 * outside, so that a crash, a hang or a leak ends nothing else and is seen. An answer is a picture or a `UserError` of
 * one line; all else is a crash. `--compare` shows libvips what we read and lists where it disagrees (its memory then
 * counts). `--web` shows it to the workers of dist, that in Node and that for the web, and it is a crash where they do not
 * answer the same. `--write N` writes input N of a kind to out/fuzz instead.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runImageFuzz, type RunOptions } from './images/imageFuzzRun';
import { watchImageFuzz } from './images/imageFuzzWatch';
import { IMAGE_TARGETS, imageInput } from './images/imageTargets';
import { runMain } from '../host/runMain';

const MEGABYTE = 1 << 20;
const WHOLE_WAY_EVERY = 10;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      compare: { type: 'boolean', default: false },
      web: { type: 'boolean', default: false },
      write: { type: 'string' },
      run: { type: 'string' },
    },
  });
  if (values.run !== undefined) {
    return runImageFuzz(JSON.parse(values.run) as RunOptions, (message) => process.send!(message));
  }
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  const kinds = positionals.length > 0 ? positionals : Object.keys(IMAGE_TARGETS);
  if (values.write !== undefined) return write(kinds, seed, Number(values.write));
  console.log('| kind | inputs | read | refused | crashes | hangs | longest | memory |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  let faults = 0;
  for (const target of kinds) {
    const asked = { compares: values.compare, asksWorkers: values.web };
    const options = { target, seed, wholeWayEvery: WHOLE_WAY_EVERY, ...asked };
    const result = await watchImageFuzz(options, seconds);
    faults += result.crashes.length + result.hangs.length;
    console.log(
      `| ${target} | ${result.inputs} | ${result.read} | ${result.refused} | ${result.crashes.length} | ` +
        `${result.hangs.length} | ${Math.round(result.longestMs)} ms (input ${result.longestAt}) | ` +
        `${Math.round(result.peakBytes / MEGABYTE)} MB |`,
    );
    for (const crash of result.crashes.slice(0, 3)) console.log(`\n${crash}\n`);
    if (result.hangs.length > 0) console.log(`\nhangs: ${result.hangs.slice(0, 10).join(', ')}\n`);
    for (const [words, inputs] of result.disagreements) {
      console.log(`\n${words}: ${inputs.length} times, inputs ${inputs.slice(0, 5).join(', ')}`);
    }
  }
  return faults === 0 ? 0 : 1;
}

async function write(kinds: readonly string[], seed: number, at: number): Promise<number> {
  const folder = join('out', 'fuzz');
  mkdirSync(folder, { recursive: true });
  for (const kind of kinds) {
    const target = IMAGE_TARGETS[kind]!;
    const file = join(folder, `${kind.replace(/\W+/g, '-')}-${seed}-${at}.${target.extension}`);
    writeFileSync(file, imageInput(target, await target.sound(), seed, at));
    console.log(file);
  }
  return 0;
}

runMain(main);
