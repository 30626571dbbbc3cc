/** Starts the worker as a Web Worker, for an extension host that is one itself. */
import type { StartWorkerThread } from './client';
import { startWebWorker } from './lifeline';
import type { ProgressEnvelope, ReplyEnvelope } from './protocol';
import type { Localization } from '../shared/localization';

/** The first message to the worker. */
export interface WorkerStart {
  localization: Localization;
  /** Address of the encoder's script. */
  encoder: string;
}

interface Scripts {
  worker: string;
  encoder: string;
}

export const startWorkerThread: StartWorkerThread = (bundles, localization, events) => {
  const starting = loadScripts(bundles).then(({ worker: script, encoder }) => {
    const worker = startWebWorker<ReplyEnvelope | ProgressEnvelope>(script, 'Tessera', {
      onMessage: (envelope) => events.onReply(envelope),
      onEnd: (reason) => events.onEnd(reason),
    });
    worker.postMessage({ localization, encoder } satisfies WorkerStart);
    return worker;
  });
  starting.catch((error: unknown) => events.onEnd(String(error)));
  const whenStarted = (act: (worker: Worker) => void) => void starting.then(act, () => undefined); // told above
  return {
    post: (envelope, transfer) => whenStarted((worker) => worker.postMessage(envelope, transfer)),
    terminate: () => whenStarted((worker) => worker.terminate()),
  };
};

let loaded: Scripts | undefined;

/** Workers start from the host's own origin only, but the extension lies on another: hence copies as blobs. */
async function loadScripts(bundles: string): Promise<Scripts> {
  if (loaded) return loaded;
  const [worker, encoder] = await Promise.all(
    ['worker.js', 'encoder.js'].map((name) => copyOf(bundles, name)),
  );
  return (loaded = { worker: worker!, encoder: encoder! });
}

async function copyOf(bundles: string, name: string): Promise<string> {
  const address = new URL(`web/${name}`, bundles);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.href}: ${response.status} ${response.statusText}`);
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}
