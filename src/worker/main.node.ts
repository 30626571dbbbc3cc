/** Entry of the worker in Node: the thread that owns the pixels. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { startEncoderThread } from './encoderThread.node';
import { serve } from './serve';
import { applyLocalization, type Localization } from '../shared/localization';

const port = parentPort;
if (!port) throw new Error('The image worker runs in a worker thread.');
applyLocalization(workerData as Localization); // given by host.node.ts

port.on(
  'message',
  serve({
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    startEncoder: () => startEncoderThread(join(__dirname, 'encoder.js')),
    post: (envelope, transfer) => port.postMessage(envelope, transfer),
  }),
);
