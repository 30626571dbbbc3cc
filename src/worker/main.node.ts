/** Entry of the worker in Node: the thread that owns the pixels. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { applyLocalization, type Localization } from '../shared/localization';
import { Documents } from './documents';
import { startEncoderThread } from './encoderThread.node';
import { createEncoding } from './encoding';
import type { ProgressEnvelope, RequestEnvelope } from './protocol';
import { answer } from './requests';

const port = parentPort;
if (!port) throw new Error('The image worker runs in a worker thread.');
applyLocalization(workerData as Localization); // given by host.node.ts

const documents = new Documents({
  // A macrotask, so that waiting messages are handled first.
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
  encode: createEncoding(() => startEncoderThread(join(__dirname, 'encoder.js'))),
});

port.on('message', async (envelope: RequestEnvelope) => {
  const { id } = envelope;
  const { reply, transfer } = await answer(documents, envelope, (progress) =>
    port.postMessage({ id, progress } satisfies ProgressEnvelope),
  );
  port.postMessage(reply, transfer);
});
