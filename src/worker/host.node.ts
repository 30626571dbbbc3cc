/** Starts the worker as a Node worker thread. */
import { Worker } from 'node:worker_threads';
import type { StartWorkerThread } from './client';
import type { ProgressEnvelope, ReplyEnvelope } from './protocol';

export const startWorkerThread: StartWorkerThread = (bundles, localization, events) => {
  const worker = new Worker(new URL('worker.js', bundles), { workerData: localization });
  let reason = '';
  worker.on('message', (envelope: ReplyEnvelope | ProgressEnvelope) => events.onReply(envelope));
  worker.on('error', (error) => (reason = error.stack ?? String(error)));
  worker.on('exit', (code) => events.onEnd(reason || `exit code ${code}`));
  return {
    post: (envelope, transfer) => worker.postMessage(envelope, transfer),
    terminate: () => void worker.terminate(),
  };
};
