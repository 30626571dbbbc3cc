/** The worker for the web beside the one in Node, both as they ship: whatever is fuzzed must become the same in both. */
import { isDeepStrictEqual } from 'node:util';
import { ENGLISH } from '../../../src/shared/localization';
import { UserError } from '../../../src/shared/userError';
import { WorkerLost } from '../../../src/worker/client';
import { optionsWith, RealWorker } from '../../unit/worker/realWorker';
import { startWebThread } from '../../unit/worker/webThread';

/** Of larger pictures no palette is made. */
const MAX_PALETTE_PIXELS = 1e6;

export class BothWorkers {
  private readonly inNode = new RealWorker();
  private readonly onWeb = new RealWorker(ENGLISH, startWebThread);
  private asked = 0;

  private constructor() {}

  static async start(): Promise<BothWorkers> {
    const both = new BothWorkers();
    // With its last picture a worker would end, and another one take its time to start.
    await Promise.all(
      [both.inNode, both.onWeb].map((worker) => worker.open('kept', 'address-book-icon.png')),
    );
    return both;
  }

  /** How they differ; `undefined` when they agree. */
  async disagreement(bytes: Uint8Array, name: string): Promise<string | undefined> {
    const id = String(++this.asked);
    const [node, web] = await Promise.all(
      [this.inNode, this.onWeb].map((worker) => outcomeOf(worker, id, bytes, name)),
    );
    if (isDeepStrictEqual(node, web)) return undefined;
    return `In Node: ${JSON.stringify(node)}, on the web: ${JSON.stringify(web)}`.slice(0, 2000);
  }
}

/**
 * What is known of the file, and a palette, which depends on every pixel; or that it is refused. Of two faults the one may
 * come upon another than the other: the sentence does not count.
 */
async function outcomeOf(worker: RealWorker, id: string, bytes: Uint8Array, name: string): Promise<unknown> {
  try {
    const opened = await worker.openBytes(id, bytes, name);
    if (opened.width * opened.height > MAX_PALETTE_PIXELS) return { opened };
    return { opened, quick: await worker.client.palette(id, optionsWith({ k: 16 })) };
  } catch (error) {
    if (error instanceof UserError && !(error instanceof WorkerLost)) return 'refused';
    throw error;
  } finally {
    worker.client.close(id);
  }
}
