/**
 * Long work as a generator that pauses at safe points.
 *
 * Every stage that can take longer than a few milliseconds is a generator: it yields between iterations or
 * blocks of pixels, and returns its result. Whoever drives it decides what a pause is for: nothing (command
 * line, tests), letting messages in and stopping an outdated run inside its loop (the worker), or showing
 * what was yielded. That keeps the engine free of threads, timers and shared memory.
 */
export type Steps<T, Progress = unknown> = Generator<Progress, T, void>;

/** Thrown by `runCancellable` when the run was called off. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('This run was cancelled.');
  }
}

/** Runs to the end without pausing. */
export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps whose pauses say nothing, for use among steps that tell their progress. */
export function* silently<T>(steps: Steps<T>): Steps<T, undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
}

export interface Pauses {
  /** Lets waiting messages in; resolves when they have been handled. */
  breathe: () => Promise<void>;
  isCancelled: () => boolean;
  /** A clock in ms. */
  now: () => number;
}

/** A pause costs some microseconds, and a stale run should end within a frame: 6 ms sits between. */
const MS_BETWEEN_PAUSES = 6;

/**
 * Runs to the end, letting messages in every few milliseconds. Throws `Cancelled` as soon as asked to stop.
 *
 * @param onStep Is given what each pause yields.
 */
export async function runCancellable<T, P = unknown>(
  steps: Steps<T, P>,
  pauses: Pauses,
  onStep?: (progress: P) => void,
): Promise<T> {
  let lastPause = pauses.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep?.(step.value);
    if (pauses.now() - lastPause < MS_BETWEEN_PAUSES) continue;
    await pauses.breathe();
    if (pauses.isCancelled()) {
      steps.return(undefined as never); // runs the generator's `finally` blocks; its result is not used
      throw new Cancelled();
    }
    lastPause = pauses.now();
  }
}
