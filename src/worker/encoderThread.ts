/** An encoder thread of any kind, made of what that kind of thread does anyway. */
import type { EncoderJob, EncoderReply, EncoderThread } from './encoding';

/** A thread that runs `encoder.*.ts`. */
export interface JobThread {
  post(job: EncoderJob): void;
  terminate(): void;
}

/** @param start `onReply` is to be told every reply, and `undefined` when the thread is gone. */
export function encoderThread(
  start: (onReply: (reply: EncoderReply | undefined) => void) => JobThread,
): EncoderThread {
  let end: (reply: EncoderReply | undefined) => void = () => {};
  const thread = start((reply) => end(reply));
  return {
    start(job, onEnd) {
      end = (reply) => {
        end = () => {};
        onEnd(reply);
      };
      thread.post(job);
    },
    terminate: () => thread.terminate(),
  };
}
