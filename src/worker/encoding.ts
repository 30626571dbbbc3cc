/**
 * Writing and optimizing files in a thread of its own: up to seconds for a large picture, and no way to pause it
 * but to end the thread.
 */
import type { IndexedPixels } from '../engine/pixels';
import { Cancelled } from '../engine/steps';
import type { Samples } from '../images/encodeSamples';

/** A picture to be written as PNG, or a PNG to be made smaller. */
export type EncoderJob = { picture: IndexedPixels } | { samples: Samples } | { png: Uint8Array<ArrayBuffer> };

/** Does the job; rejects with `Cancelled` when the signal aborts first. */
export type Encode = (job: EncoderJob, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

export interface EncoderReply {
  png?: Uint8Array<ArrayBuffer>;
  /** What went wrong, when there is no `png`. */
  message?: string;
}

/** What is needed of a thread, whatever its kind. */
export interface EncoderThread {
  /** Starts the next job. `onEnd` is called once: with the reply, or without one when the thread died. */
  start(job: EncoderJob, onEnd: (reply: EncoderReply | undefined) => void): void;
  terminate(): void;
  /** Neither terminated nor dead of itself. */
  readonly isAlive: boolean;
}

/** An encoder thread for each job that runs; one is kept for the next job, those of cancelled jobs are ended. */
export function createEncoding(startThread: () => EncoderThread): Encode {
  let idle: EncoderThread | undefined;
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
      thread.start(job, (reply) => {
        // The reply to a cancelled job can be on its way while its thread is ended: that thread works no more.
        if (signal.aborted) return;
        signal.removeEventListener('abort', cancel);
        if (!reply) return reject(new Error('The encoder thread ended before it was done.'));
        if (idle) thread.terminate();
        else idle = thread;
        if (reply.png) resolve(reply.png);
        else reject(new Error(reply.message ?? 'The picture could not be encoded.'));
      });
    });
}
