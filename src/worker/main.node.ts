/** Entry of the worker in Node: the thread that owns the pixels. */
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { EncoderReply, EncoderThread } from './encoding';
import { encoderThread } from './encoderThread';
import { serve } from './serve';
import { applyLocalization, type Localization } from '../shared/localization';

const port = parentPort;
if (!port) throw new Error('The image worker runs in a worker thread.');
applyLocalization(workerData as Localization); // given by host.node.ts

function startEncoder(): EncoderThread {
  return encoderThread((onReply) => {
    const worker = new Worker(join(__dirname, 'encoder.js'));
    worker.on('message', (reply: EncoderReply) => onReply(reply));
    worker.on('error', (error) => onReply({ message: String(error) }));
    worker.on('exit', () => onReply(undefined));
    return {
      post: (job) => worker.postMessage(job),
      terminate: () => void worker.terminate(),
    };
  });
}

port.on(
  'message',
  serve({
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    startEncoder,
    post: (envelope, transfer) => port.postMessage(envelope, transfer),
  }),
);
