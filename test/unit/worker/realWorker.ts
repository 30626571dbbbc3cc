/** The worker as it ships (by default dist/worker.js) in a real thread, behind the client that the editor uses. */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../src/engine/options';
import { ENGLISH, type Localization } from '../../../src/shared/localization';
import {
  WorkerClient,
  type StartWorkerThread,
  type ThreadEvents,
  type WorkerThread,
} from '../../../src/worker/client';
import { startWorkerThread } from '../../../src/worker/host.node';
import type { OpenReply } from '../../../src/worker/protocol';

const BUNDLES = pathToFileURL(`${resolve('dist')}/`).href;

export class RealWorker {
  readonly log: string[] = [];
  readonly client: WorkerClient;
  /** Every thread started so far. */
  readonly threads: WorkerThread[] = [];

  constructor(localization: Localization = ENGLISH, startThread: StartWorkerThread = startWorkerThread) {
    const start = (events: ThreadEvents): WorkerThread => {
      const thread = startThread(BUNDLES, localization, events);
      this.threads.push(thread);
      return thread;
    };
    this.client = new WorkerClient(start, (text) => this.log.push(text));
  }

  /** Opens a sample. */
  open(documentId: string, file: string): Promise<OpenReply> {
    return this.openBytes(documentId, readFileSync(join('samples', file)), basename(file));
  }

  openBytes(documentId: string, bytes: Uint8Array, name: string): Promise<OpenReply> {
    // A copy: the bytes are moved to the worker.
    return this.client.open({ documentId, bytes: new Uint8Array(bytes), name, maxMegapixels: 100 });
  }
}

/** Gives each test of the surrounding `describe` a worker of its own, ended after it. */
export function useRealWorker(): () => RealWorker {
  let worker = new RealWorker();
  beforeEach(() => {
    worker = new RealWorker();
  });
  afterEach(() => worker.client.dispose());
  return () => worker;
}

export function optionsWith(options: Partial<ReduceOptions>): ReduceOptions {
  return { ...DEFAULT_OPTIONS, ...options };
}
