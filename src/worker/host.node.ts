/** Starts the worker as a Node worker thread. */
import { Worker } from 'node:worker_threads';
import type { Localization } from '../shared/localization';
import type { ThreadEvents, WorkerThread } from './client';
import type { ProgressEnvelope, ReplyEnvelope } from './protocol';

/** `script`: path of the bundled worker. `localization`: of its sentences for people. */
export function startWorkerThread(
  script: string,
  localization: Localization,
  events: ThreadEvents,
): WorkerThread {
  const worker = new Worker(script, { workerData: localization });
  let reason = '';
  worker.on('message', (envelope: ReplyEnvelope | ProgressEnvelope) => events.onReply(envelope));
  worker.on('error', (error) => (reason = error.stack ?? String(error)));
  worker.on('exit', (code) => events.onEnd(reason || `exit code ${code}`));
  return {
    post: (envelope, transfer) => worker.postMessage(envelope, transfer),
    terminate: () => void worker.terminate(),
  };
}
