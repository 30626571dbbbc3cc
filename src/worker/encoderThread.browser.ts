/** Starts the encoder as a Web Worker. */
import type { EncoderReply, EncoderThread } from './encoding';
import { encoderThread } from './encoderThread';
import { startWebWorker } from './lifeline';

/** `script`: address of the bundled encoder. */
export function startEncoderThread(script: string): EncoderThread {
  return encoderThread(({ onReply, onEnd }) => {
    const worker = startWebWorker<EncoderReply>(script, 'tessera-encoder', { onMessage: onReply, onEnd });
    return {
      post: (job) => worker.postMessage(job),
      terminate: () => worker.terminate(),
    };
  });
}
