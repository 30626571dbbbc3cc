/**
 * Writing and optimizing files in a thread of its own: up to seconds for a large picture, and no way to pause it
 * but to end the thread.
 */
import * as l10n from '@vscode/l10n';
import type { IndexedPixels } from '../engine/pixels';
import { Cancelled } from '../engine/steps';
import type { Samples } from '../images/encodeSamples';
import { UserError } from '../shared/userError';

/** A picture to be written as PNG, or a PNG to be made smaller. */
export type EncoderJob = { picture: IndexedPixels } | { samples: Samples } | { png: Uint8Array<ArrayBuffer> };

/** Does the job; rejects with `Cancelled` when the signal aborts first. */
export type Encode = (job: EncoderJob, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

export interface EncoderReply {
  png?: Uint8Array<ArrayBuffer>;
  /** What went wrong, when there is no `png`. */
  message?: string;
}

/** How a job ended: with the file, or with what went wrong. */
export type JobEnd = EncoderReply | EncoderLost;

/** The thread is gone before its job was done: a crash, or memory ran out. */
export class EncoderLost extends UserError {
  /** `reason` is for the log. */
  constructor(readonly reason: string) {
    super(
      l10n.t(
        'The thread that writes the reduced picture stopped, perhaps for lack of memory. Retry, or close other images first.',
      ),
    );
  }
}

/** What is needed of a thread, whatever its kind. */
export interface EncoderThread {
  /** Takes jobs. No longer once it was terminated or has died, be it between two jobs. */
  readonly isAlive: boolean;
  /** Starts the next job. `onEnd` is called at most once, and perhaps also after `terminate`. */
  start(job: EncoderJob, onEnd: (end: JobEnd) => void): void;
  terminate(): void;
}

/** An encoder thread for each job that runs; one is kept for the next job, those of cancelled jobs are ended. */
export function createEncoding(startThread: () => EncoderThread): Encode {
  let idle: EncoderThread | undefined;
  const keep = (thread: EncoderThread) => {
    // A thread that is terminated still delivers what it has said before: it is no use any more.
    if (!thread.isAlive) return;
    if (idle?.isAlive) thread.terminate();
    else idle = thread;
  };
  return (job, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Cancelled());
      const thread = idle?.isAlive ? idle : startThread();
      idle = undefined;
      const cancel = () => {
        thread.terminate();
        reject(new Cancelled());
      };
      signal.addEventListener('abort', cancel, { once: true });
      thread.start(job, (end) => {
        signal.removeEventListener('abort', cancel);
        keep(thread);
        if (end instanceof EncoderLost) reject(end);
        else if (end.png) resolve(end.png);
        else reject(new Error(end.message ?? 'The picture could not be encoded.'));
      });
    });
}
