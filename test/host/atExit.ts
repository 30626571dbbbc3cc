/**
 * What must not outlive this process (servers, temporary folders) is registered here, so that it goes away
 * however the process ends: normally, by an error, by Ctrl+C or by a signal.
 */
import { constants } from 'node:os';

const actions = new Set<() => void>();

process.on('exit', () => {
  // The newest first: a server stops before the folder it writes to is removed.
  for (const action of [...actions].reverse()) {
    action();
  }
});

/** Registers a synchronous `action`. The returned function takes it back. */
export function atExit(action: () => void): () => void {
  actions.add(action);
  return () => actions.delete(action);
}

/**
 * Turns the signals that ask a program to end into an ordinary exit, so that exit actions run.
 * Without `exitCode` a program ended by a signal says so the usual way (128 + the signal's number).
 */
export function exitOnSignals(exitCode?: number): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(exitCode ?? 128 + constants.signals[signal]));
  }
}

/**
 * Ends this program when the one that started it is gone: a shell between npm and node passes no signal on,
 * and nothing passes on SIGKILL. (Windows keeps the parent's id, and there nothing happens.)
 */
export function exitWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      process.exit(1);
    }
  }, 500).unref();
}
