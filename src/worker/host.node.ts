/** Starts the worker as a Node worker thread. */
import { Worker } from 'node:worker_threads';
import type { ThreadEvents, WorkerThread } from './client';
import type { ProgressEnvelope, ReplyEnvelope } from './protocol';

/** `script`: path of the bundled worker. */
export function startWorkerThread(script: string, events: ThreadEvents): WorkerThread {
  const worker = new Worker(script);
  let reason = '';
  worker.on('message', (envelope: ReplyEnvelope | ProgressEnvelope) => events.onReply(envelope));
  worker.on('error', (error) => (reason = error.stack ?? String(error)));
  worker.on('exit', (code) => events.onEnd(reason || `exit code ${code}`));
  return {
    post: (envelope, transfer) => worker.postMessage(envelope, transfer),
    terminate: () => void worker.terminate(),
  };
}
