/** Starts the encoder as a Node worker thread. */
import { Worker } from 'node:worker_threads';
import { EncoderLost, type EncoderReply, type EncoderThread, type JobEnd } from './encoding';

/** `script`: path of the bundled encoder. */
export function startEncoderThread(script: string): EncoderThread {
  const worker = new Worker(script);
  let isAlive = true;
  let reason = '';
  let onEnd: ((end: JobEnd) => void) | undefined;
  const end = (how: JobEnd) => {
    const told = onEnd;
    onEnd = undefined;
    told?.(how);
  };
  worker.on('message', (reply: EncoderReply) => end(reply));
  worker.on('error', (error) => {
    isAlive = false;
    reason = error.stack ?? String(error);
  });
  worker.on('exit', (code) => {
    isAlive = false;
    end(new EncoderLost(reason || `exit code ${code}`));
  });
  return {
    get isAlive() {
      return isAlive;
    },
    start(job, told) {
      onEnd = told;
      worker.postMessage(job);
    },
    terminate() {
      isAlive = false;
      void worker.terminate();
    },
  };
}
