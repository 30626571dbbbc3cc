import assert from 'node:assert/strict';
import { optionsWith, useRealWorker } from './realWorker';
import { Cancelled } from '../../../src/engine/steps';
import type { TargetProgress } from '../../../src/worker/protocol';

const ICON = 'address-book-icon.png';

describe('a search for a target in the worker', () => {
  const worker = useRealWorker();

  for (const optimizes of [false, true]) {
    it(`finds a file of the size that is saved, ${optimizes ? 'optimized' : 'as first encoded'}`, async () => {
      const { client } = worker();
      await worker().open('1', ICON);
      const progress: TargetProgress[] = [];
      const outcome = await client.target('1', optionsWith({ k: 99 }), {
        target: { kind: 'bytes', limit: 1500 },
        optimizes,
        report: (each) => progress.push(each),
      });
      assert.ok(outcome.kind === 'found');
      const { k, value } = outcome.found;
      const { png } = await client.result('1', optionsWith({ k }));
      const saved = optimizes ? (await client.optimize('1', png)).png : png;
      assert.equal(saved.byteLength, value);
      assert.ok(saved.byteLength <= 1500);
      assert.deepEqual(
        progress.map(({ tried }) => tried),
        progress.map((_, i) => i + 1),
      );
      assert.ok(progress.some(({ last }) => last.k === k));
    });
  }

  it('is cancelled by cancel, and by the next request', async () => {
    const { client } = worker();
    await worker().open('1', ICON);
    const search = () =>
      client.target('1', optionsWith({}), {
        target: { kind: 'ssim', limit: 0.99 },
        optimizes: false,
        report: () => {},
      });
    const first = assert.rejects(search(), Cancelled);
    client.cancel('1');
    await first;
    const second = assert.rejects(search(), Cancelled);
    await client.palette('1', optionsWith({ k: 4 }));
    await second;
    assert.deepEqual(worker().log, []);
  });
});
