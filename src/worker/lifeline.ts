/**
 * Web Workers whose end is heard of however they end. A browser that ends one for lack of memory tells nobody: no event
 * comes, and whoever waits for an answer would wait for ever.
 *
 * So each holds a lock for as long as it lives (W3C, *Web Locks API*), and who started it queues for that lock: the
 * browser passes it on when the holder is gone. No clock is in it, so that a worker that computes for a minute is not
 * taken for dead. Where there are no locks (pages that are neither HTTPS nor local), a silent end goes unnoticed.
 */

/** What the worker says once it holds its lock; anything else it says is for whoever started it. */
interface Lifeline {
  lifeline: string;
}

export interface WorkerEvents<Message> {
  onMessage(message: Message): void;
  /** The worker is gone, whoever ended it. May be called again. `reason` is for the log. */
  onEnd(reason: string): void;
}

/** @param script Address of a script that begins with `holdLifeline()`. */
export function startWebWorker<Message extends object>(
  script: string,
  name: string,
  { onMessage, onEnd }: WorkerEvents<Message>,
): Worker {
  const worker = new Worker(script, { name });
  worker.onmessage = ({ data }: MessageEvent<Message | Lifeline>) => {
    if (!('lifeline' in data)) return onMessage(data);
    void navigator.locks.request(data.lifeline, () => onEnd('it ended without an error'));
  };
  worker.onerror = ({ message, filename, lineno }) => {
    worker.terminate(); // in Node it would have ended by itself
    // Of a script that could not be started at all nothing is told.
    onEnd(message ? `${message} (${filename}:${lineno})` : 'it could not be started');
  };
  return worker;
}

/** In the worker, before anything else. */
export function holdLifeline(): void {
  const { navigator } = globalThis as Partial<WorkerGlobalScope>;
  // Locks are shared by all tabs, and an extension host may give its workers other names than they were to have.
  const lifeline = `Tessera ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const holding = navigator?.locks?.request(lifeline, () => {
    postMessage({ lifeline } satisfies Lifeline);
    return new Promise<never>(() => {});
  });
  holding?.catch(() => undefined); // an origin that may have none: as where there are none
}
