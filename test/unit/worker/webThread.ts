/**
 * The worker as it ships for the web (dist/web), in a thread of Node that has what a Web Worker has and nothing of
 * Node: no `require`, no `process`, no `Buffer`.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker as NodeWorker } from 'node:worker_threads';
import type { StartWorkerThread } from '../../../src/worker/client';
import type { WorkerStart } from '../../../src/worker/host.browser';
import type { ProgressEnvelope, ReplyEnvelope } from '../../../src/worker/protocol';

/** Runs before the script (`workerData.script`), as text: a function would be bundled with what surrounds it. */
const SCOPE = `
  const { parentPort, workerData, Worker: NodeWorker } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { runInThisContext } = require('node:vm');
  const script = readFileSync(workerData.script, 'utf8');
  const scope = new EventTarget();
  globalThis.addEventListener = scope.addEventListener.bind(scope);
  globalThis.postMessage = (message, { transfer } = {}) => parentPort.postMessage(message, transfer);
  globalThis.Worker = class {
    constructor(script) {
      this.thread = new NodeWorker(workerData.scope, { eval: true, workerData: { script, scope: workerData.scope } });
      this.thread.on('message', (data) => this.onmessage({ data }));
      this.thread.on('error', (error) => this.onerror({ message: String(error) }));
    }
    postMessage(message) { this.thread.postMessage(message); }
    terminate() { this.thread.terminate(); }
  };
  parentPort.on('message', (data) => scope.dispatchEvent(new MessageEvent('message', { data })));
  globalThis.Response; // Node makes it on first use, out of what goes away now
  for (const name of ['require', 'module', 'exports', '__filename', '__dirname', 'process', 'Buffer', 'setImmediate', 'global']) {
    delete globalThis[name];
  }
  runInThisContext(script);
`;

/** Like its namesake, but of what `host.browser.ts` would fetch it takes the files. */
export const startWebThread: StartWorkerThread = (bundles, localization, events) => {
  const script = (name: string) => join(fileURLToPath(bundles), 'web', name);
  const thread = new NodeWorker(SCOPE, {
    eval: true,
    workerData: { script: script('worker.js'), scope: SCOPE },
  });
  thread.on('message', (envelope: ReplyEnvelope | ProgressEnvelope) => events.onReply(envelope));
  thread.on('error', (error) => events.onEnd(error.stack ?? String(error)));
  thread.postMessage({ localization, encoder: script('encoder.js') } satisfies WorkerStart);
  return {
    post: (envelope, transfer) => thread.postMessage(envelope, transfer),
    terminate: () => void thread.terminate(),
  };
};
