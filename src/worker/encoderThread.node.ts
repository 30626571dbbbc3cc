/** Starts the encoder as a Node worker thread. */
import { Worker } from 'node:worker_threads';
import type { EncoderReply, EncoderThread } from './encoding';
import { encoderThread } from './encoderThread';

/** `script`: path of the bundled encoder. */
export function startEncoderThread(script: string): EncoderThread {
  return encoderThread(({ onReply, onEnd }) => {
    const worker = new Worker(script);
    worker.on('message', (reply: EncoderReply) => onReply(reply));
    worker.on('error', (error) => onEnd(error.stack ?? String(error)));
    worker.on('exit', (code) => onEnd(`exit code ${code}`));
    return {
      post: (job) => worker.postMessage(job),
      terminate: () => void worker.terminate(),
    };
  });
}
