/** Encoding in a thread of its own: seconds for a large picture, and no way to pause it but to end the thread. */
import type { IndexedPixels } from '../engine/pixels';
import { Cancelled } from '../engine/steps';

/** Encodes a picture; rejects with `Cancelled` when the signal aborts first. */
export type Encode = (picture: IndexedPixels, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

export interface EncoderReply {
  png?: Uint8Array<ArrayBuffer>;
  /** What went wrong, when there is no `png`. */
  message?: string;
}

/** What is needed of a thread, whatever its kind. */
export interface EncoderThread {
  /** Starts the next picture. `onEnd` is called once: with the reply, or without one when the thread died. */
  encode(picture: IndexedPixels, onEnd: (reply: EncoderReply | undefined) => void): void;
  terminate(): void;
}

/** One encoder thread at a time, started on first use, ended when its work is cancelled. */
export function createEncoding(startThread: () => EncoderThread): Encode {
  let idle: EncoderThread | undefined;
  return (picture, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Cancelled());
      const thread = idle ?? startThread();
      idle = undefined;
      const cancel = () => {
        thread.terminate();
        reject(new Cancelled());
      };
      signal.addEventListener('abort', cancel, { once: true });
      thread.encode(picture, (reply) => {
        signal.removeEventListener('abort', cancel);
        if (!reply) return reject(new Error('The encoder thread ended before it was done.'));
        if (idle) thread.terminate();
        else idle = thread;
        if (reply.png) resolve(reply.png);
        else reject(new Error(reply.message ?? 'The picture could not be encoded.'));
      });
    });
}
