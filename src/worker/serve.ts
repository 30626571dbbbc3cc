/** The worker, whatever kind of thread it is: requests in, replies and progress out. */
import { Documents } from './documents';
import { createEncoding, type EncoderThread } from './encoding';
import type { ProgressEnvelope, ReplyEnvelope, RequestEnvelope } from './protocol';
import { answer } from './requests';

export interface WorkerSurroundings {
  /** A macrotask, so that waiting messages are handled first. */
  breathe(): Promise<void>;
  startEncoder(): EncoderThread;
  post(envelope: ReplyEnvelope | ProgressEnvelope, transfer: ArrayBuffer[]): void;
}

/** Returns what is to be told every request. */
export function serve({
  breathe,
  startEncoder,
  post,
}: WorkerSurroundings): (envelope: RequestEnvelope) => Promise<void> {
  const documents = new Documents({
    breathe,
    now: () => performance.now(),
    encode: createEncoding(startEncoder),
  });
  return async (envelope) => {
    const { id } = envelope;
    const { reply, transfer } = await answer(documents, envelope, (progress) => post({ id, progress }, []));
    post(reply, transfer);
  };
}
