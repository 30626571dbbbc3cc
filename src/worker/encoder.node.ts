/** Entry of the encoder thread in Node. */
import { parentPort } from 'node:worker_threads';
import { encodeJob } from './encodeJob';
import type { EncoderJob } from './encoding';

const port = parentPort;
if (!port) throw new Error('The encoder runs in a worker thread.');

port.on('message', (job: EncoderJob) =>
  encodeJob(job, (reply, transfer) => port.postMessage(reply, transfer)),
);
