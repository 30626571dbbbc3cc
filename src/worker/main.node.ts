/** Entry of the worker in Node: the thread that owns the pixels. */
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { applyLocalization, type Localization } from '../shared/localization';
import { createEncoding, type EncoderReply, type EncoderThread } from './encoding';
import { Documents } from './documents';
import type { ProgressEnvelope, RequestEnvelope } from './protocol';
import { answer } from './requests';

const port = parentPort;
if (!port) throw new Error('The image worker runs in a worker thread.');
applyLocalization(workerData as Localization); // given by host.node.ts

function startEncoderThread(): EncoderThread {
  const worker = new Worker(join(__dirname, 'encoder.js'));
  let isAlive = true;
  let end: (reply: EncoderReply | undefined) => void = () => {};
  worker.on('message', (reply: EncoderReply) => end(reply));
  worker.on('error', (error) => {
    isAlive = false;
    end({ message: String(error) });
  });
  worker.on('exit', () => {
    isAlive = false;
    end(undefined);
  });
  return {
    get isAlive() {
      return isAlive;
    },
    start(job, onEnd) {
      end = (reply) => {
        end = () => {};
        onEnd(reply);
      };
      worker.postMessage(job);
    },
    terminate() {
      isAlive = false;
      void worker.terminate();
    },
  };
}

const documents = new Documents({
  // A macrotask, so that waiting messages are handled first.
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
  encode: createEncoding(startEncoderThread),
});

port.on('message', async (envelope: RequestEnvelope) => {
  const { id } = envelope;
  const { reply, transfer } = await answer(documents, envelope, (progress) =>
    port.postMessage({ id, progress } satisfies ProgressEnvelope),
  );
  port.postMessage(reply, transfer);
});
