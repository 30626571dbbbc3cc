/** An encoder thread of any kind, made of what that kind of thread does anyway. */
import { EncoderLost, type EncoderJob, type EncoderReply, type EncoderThread, type JobEnd } from './encoding';

/** A thread that runs `encoder.*.ts`. */
export interface JobThread {
  post(job: EncoderJob): void;
  terminate(): void;
}

export interface JobThreadEvents {
  onReply(reply: EncoderReply): void;
  /** The thread is gone, whoever ended it. May be called again. `reason` is for the log. */
  onEnd(reason: string): void;
}

export function encoderThread(start: (events: JobThreadEvents) => JobThread): EncoderThread {
  let isAlive = true;
  let onEnd: ((end: JobEnd) => void) | undefined;
  const end = (how: JobEnd) => {
    const told = onEnd;
    onEnd = undefined;
    told?.(how);
  };
  const thread = start({
    onReply: end,
    onEnd(reason) {
      isAlive = false;
      end(new EncoderLost(reason));
    },
  });
  return {
    get isAlive() {
      return isAlive;
    },
    start(job, told) {
      onEnd = told;
      thread.post(job);
    },
    terminate() {
      isAlive = false;
      thread.terminate();
    },
  };
}
