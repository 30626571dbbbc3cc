/** Watches a fuzzing process from outside, so that hangs, crashes of the process and memory are seen. */
import { fork } from 'node:child_process';
import type { Answer, RunOptions } from './imageFuzzRun';

export interface ImageFuzzResult {
  inputs: number;
  read: number;
  refused: number;
  /** Each with the number of its input. */
  crashes: string[];
  hangs: number[];
  /** Inputs by what libvips said of what we read; the first few of each. */
  disagreements: Map<string, number[]>;
  longestMs: number;
  longestAt: number;
  peakBytes: number;
}

/** An input that takes longer is a hang: its process is ended, and the next input gets a new one. */
const HANG_MS = 30_000;

export async function watchImageFuzz(
  options: Omit<RunOptions, 'from'>,
  seconds: number,
): Promise<ImageFuzzResult> {
  const result: ImageFuzzResult = {
    ...{ inputs: 0, read: 0, refused: 0, crashes: [], hangs: [], disagreements: new Map<string, number[]>() },
    ...{ longestMs: 0, longestAt: -1, peakBytes: 0 },
  };
  const end = performance.now() + 1000 * seconds;
  let from = 0;
  while (performance.now() < end) from = 1 + (await watchOne({ ...options, from }, end, result));
  return result;
}

/** @returns The number of the last input that was begun. */
function watchOne(options: RunOptions, end: number, result: ImageFuzzResult): Promise<number> {
  const child = fork(process.argv[1]!, ['--run', JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let begun = options.from - 1;
  let complaint = '';
  let isOver = false;
  let hang: NodeJS.Timeout | undefined;
  child.stderr?.on('data', (words: Buffer) => (complaint = (complaint + words.toString()).slice(-2000)));
  child.on('message', (message: { begins: number } | Answer) => {
    if ('begins' in message) {
      begun = message.begins;
      clearTimeout(hang);
      hang = setTimeout(() => {
        isOver = true;
        result.hangs.push(begun);
        child.kill('SIGKILL');
      }, HANG_MS);
      return;
    }
    count(message, result);
    if (performance.now() < end) return;
    isOver = true;
    child.kill('SIGKILL');
  });
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      clearTimeout(hang);
      if (!isOver) result.crashes.push(`input ${begun}: the process ended (${signal ?? code}) ${complaint}`);
      resolve(begun);
    }),
  );
}

function count({ at, ms, peakBytes, outcome, words }: Answer, result: ImageFuzzResult): void {
  result.inputs++;
  result.peakBytes = Math.max(result.peakBytes, peakBytes);
  if (ms > result.longestMs) Object.assign(result, { longestMs: ms, longestAt: at });
  if (outcome === 'crashed') result.crashes.push(`input ${at}: ${words}`);
  else result[outcome]++;
  if (outcome !== 'read' || words === undefined) return;
  const inputs = result.disagreements.get(words) ?? [];
  result.disagreements.set(words, [...inputs, at]);
}
