import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { Cancelled } from '../../../src/engine/steps';
import { ENGLISH } from '../../../src/shared/localization';
import { WorkerClient, WorkerLost } from '../../../src/worker/client';
import type { ProgressEnvelope, ReplyEnvelope } from '../../../src/worker/protocol';
import type { Documents } from '../../../src/worker/documents';
import { answer } from '../../../src/worker/requests';
import { optionsWith, useRealWorker } from './realWorker';

/** A megapixel, which takes a while at every stage. */
function largePicture(): Promise<Buffer> {
  return sharp('samples/hats.png').resize(1260, 840).png({ compressionLevel: 1 }).toBuffer();
}

describe('a worker that is killed', () => {
  const worker = useRealWorker();
  let large: Buffer;

  before(async () => {
    large = await largePicture();
  });

  /** The thread is ended as a crash would end it: the client hears of it only from the thread. */
  function kill(): void {
    worker().threads.at(-1)!.terminate();
  }

  async function isBack(): Promise<void> {
    assert.equal(worker().client.holds('1'), false);
    await worker().open('1', 'address-book-icon.png');
    assert.ok((await worker().client.result('1', optionsWith({ k: 4 }))).png.byteLength > 0);
  }

  it('while it decodes, says so and is replaced', async () => {
    await worker().open('other', 'address-book-icon.png');
    const before = worker().client.palette('other', optionsWith({}));
    const opening = worker().openBytes('1', large, 'large.png');
    await before; // the large picture is next
    kill();
    await assert.rejects(opening, WorkerLost);
    await isBack();
  });

  for (const stage of ['palette', 'result', 'target', 'compare', 'measure'] as const) {
    it(`during “${stage}”, says so and is replaced`, async () => {
      const { client } = worker();
      await worker().openBytes('1', large, 'large.png');
      if (stage === 'measure') await client.result('1', optionsWith({ k: 8 }));
      const asked = {
        palette: () => client.palette('1', optionsWith({ k: 200 })),
        result: () => client.result('1', optionsWith({ k: 200 })),
        compare: () => client.compare('1', optionsWith({ k: 200 })),
        measure: () => client.measure('1'),
        target: () =>
          client.target('1', optionsWith({}), {
            target: { kind: 'psnr', limit: 30 },
            optimizes: false,
            report: kill,
          }),
      }[stage]();
      if (stage !== 'target') kill();
      await assert.rejects(asked, WorkerLost);
      await isBack();
    });
  }

  it('while a file is made smaller, says so and is replaced', async () => {
    await worker().open('1', 'hats.png');
    const { png } = await worker().client.result('1', optionsWith({ k: 64 }));
    const smaller = worker().client.optimize('1', png);
    kill();
    await assert.rejects(smaller, WorkerLost);
    await isBack();
  });

  it('loses every document it held, and says so to each that waits', async () => {
    await worker().openBytes('1', large, 'large.png');
    await worker().open('2', 'hats.png');
    const waiting = ['1', '2'].map((id) => worker().client.result(id, optionsWith({ k: 200 })));
    kill();
    for (const each of waiting) await assert.rejects(each, WorkerLost);
    assert.deepEqual(
      ['1', '2'].map((id) => worker().client.holds(id)),
      [false, false],
    );
  });
});

describe('a worker without memory', () => {
  const log: string[] = [];
  /** Room for the code, but not for a picture of many colors. */
  const client = new WorkerClient(
    (events) => {
      const worker = new Worker(resolve('dist', 'worker.js'), {
        workerData: ENGLISH,
        resourceLimits: { maxOldGenerationSizeMb: 6, maxYoungGenerationSizeMb: 1 },
      });
      let reason = '';
      worker.on('message', (envelope: ReplyEnvelope | ProgressEnvelope) => events.onReply(envelope));
      worker.on('error', (error) => (reason = String(error)));
      worker.on('exit', (code) => events.onEnd(reason || `exit code ${code}`));
      return {
        post: (envelope, transfer) => worker.postMessage(envelope, transfer),
        terminate: () => void worker.terminate(),
      };
    },
    (text) => log.push(text),
  );

  after(() => client.dispose());

  it('says that memory may lack, and the log says that it did', async () => {
    const bytes = new Uint8Array(await largePicture());
    const failure = client.open({ documentId: '1', bytes, name: 'large.png', maxMegapixels: 100 }).then(() =>
      client.target('1', optionsWith({}), {
        target: { kind: 'psnr', limit: 60 },
        optimizes: false,
        report: () => {},
      }),
    );
    await assert.rejects(failure, (error) => {
      assert.ok(error instanceof WorkerLost);
      assert.match(error.message, /perhaps for lack of memory\. Retry/);
      return true;
    });
    assert.match(log.join('\n'), /ERR_WORKER_OUT_OF_MEMORY|memory limit/);
  });

  for (const message of [
    'Array buffer allocation failed',
    'WebAssembly.Memory(): could not allocate memory',
    'WebAssembly.Memory.grow(): Maximum memory size exceeded',
  ]) {
    it(`ends in a sentence when it hears “${message}”`, async () => {
      const request = { type: 'palette', documentId: '1', options: optionsWith({}) } as const;
      const failing = {
        palette: () => Promise.reject(new RangeError(message)),
      } as unknown as Documents; // the one method that is called
      const { reply } = await answer(failing, { id: 1, request }, () => {});
      assert.ok('failure' in reply);
      assert.equal(reply.failure.kind, 'user');
      assert.match(reply.failure.message, /^There is not enough memory for this image\./);
      assert.match(reply.failure.stack ?? '', /RangeError/);
    });
  }
});

describe('ten large images at once and a slider that moves 200 times', () => {
  const worker = useRealWorker();

  it('end in the right answers', async () => {
    const large = await largePicture();
    const ids = Array.from({ length: 10 }, (_, i) => String(i));
    const { client } = worker();
    await Promise.all(ids.map((id) => worker().openBytes(id, large, 'large.png')));
    const moves = Array.from({ length: 200 }, (_, i) => client.palette('3', optionsWith({ k: 2 + i })));
    const rest = client.result('3', optionsWith({ k: 5 }));
    const outcomes = await Promise.allSettled(moves);
    for (const outcome of outcomes) {
      assert.ok(outcome.status === 'fulfilled' || outcome.reason instanceof Cancelled);
    }
    const { palette, png } = await rest;
    assert.equal(palette.length, 4 * 5);
    assert.deepEqual((await client.result('7', optionsWith({ k: 5 }))).png, png, 'each is by itself');
    assert.deepEqual(worker().log, []);
    assert.equal(worker().threads.length, 1);
  });
});
