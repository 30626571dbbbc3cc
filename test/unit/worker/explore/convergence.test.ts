import assert from 'node:assert/strict';
import sharp from 'sharp';
import { Cancelled } from '../../../../src/engine/steps';
import type { ExportProgress } from '../../../../src/shared/explore/exports';
import { useRealWorker } from '../realWorker';

const reduction = { k: 8, space: 'oklab', locked: [] } as const;
const start = { init: 'kmeans++', seed: 3 } as const;
const gif = { kind: 'convergenceGif', reduction, start, longestSide: 120, roundMs: 150 } as const;

describe('the worker thread, asked how k-means converges', () => {
  const worker = useRealWorker();

  it('tells every round, and draws the same rounds as a GIF', async () => {
    const { client } = worker();
    await worker().open('1', 'shutters.jpg');
    const question = { kind: 'convergence', reduction, start } as const;
    const { rounds, end } = await client.explore('1', 'a', question, () => {});
    assert.equal(end, 'settled');
    assert.ok(rounds.every(({ palette, shares }) => palette.length === 4 * 8 && shares.length === 8));

    const told: number[] = [];
    const { bytes } = await client.explore('1', 'b', gif, ({ share }: ExportProgress) => told.push(share));
    const { pages, width, pageHeight, delay } = await sharp(bytes, { animated: true }).metadata();
    assert.deepEqual([pages, width, pageHeight], [rounds.length, 120, 80]);
    assert.deepEqual(delay, [...rounds.slice(1).map(() => 150), 2000]);
    assert.deepEqual(
      told,
      rounds.map((_, frame) => (frame + 1) / rounds.length),
    );
    for (const frame of [0, rounds.length - 1]) {
      const pixels = await sharp(bytes, { page: frame }).ensureAlpha().raw().toBuffer();
      const words = (colors: Uint8Array) => new Set(new Uint32Array(Uint8Array.from(colors).buffer));
      const palette = words(rounds[frame]!.palette);
      assert.ok(
        [...words(pixels)].every((word) => palette.has(word)),
        `frame ${frame}`,
      );
    }
    assert.deepEqual(worker().log, []);
  });

  it('stops drawing when nobody wants the GIF any more', async () => {
    const { client } = worker();
    await worker().open('1', 'shutters.jpg');
    const large = { ...gif, longestSide: 768 };
    let told = 0;
    const drawn = client.explore('1', 'c', large, ({ share }: ExportProgress) => {
      told = share;
      client.cancelExplore('1', 'c');
    });
    await assert.rejects(drawn, Cancelled);
    assert.ok(told < 0.5, `${told} was drawn`);
  });
});
