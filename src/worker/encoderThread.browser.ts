/** Starts the encoder as a Web Worker. */
import type { EncoderReply, EncoderThread } from './encoding';
import { encoderThread } from './encoderThread';

/** `script`: address of the bundled encoder. */
export function startEncoderThread(script: string): EncoderThread {
  return encoderThread(({ onReply, onEnd }) => {
    const worker = new Worker(script);
    worker.onmessage = ({ data }: MessageEvent<EncoderReply>) => onReply(data);
    worker.onerror = ({ message }) => {
      worker.terminate(); // in Node it would have ended by itself
      onEnd(message || 'it could not be started');
    };
    return {
      post: (job) => worker.postMessage(job),
      terminate: () => worker.terminate(),
    };
  });
}
