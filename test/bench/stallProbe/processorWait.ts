import { existsSync, openSync, readSync } from 'node:fs';

/** Linux: what the scheduler knows of a process's main thread; the second number is ns it was ready but did not run. */
const FILE = '/proc/self/schedstat';
const NS_PER_MS = 1e6;

/**
 * Returns a function that tells how long this thread has waited for a processor so far, in ms: time that other
 * programs took, which no extension is to blame for. Always 0 where the system does not say.
 */
export function openProcessorWait(): () => number {
  if (!existsSync(FILE)) return () => 0;
  const file = openSync(FILE, 'r');
  const buffer = Buffer.alloc(100);
  return () => {
    const length = readSync(file, buffer, 0, buffer.length, 0);
    return Number(buffer.toString('latin1', 0, length).split(' ')[1]) / NS_PER_MS;
  };
}
