import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../../src/engine/options';
import type { Pixels } from '../../../../src/engine/pixels';
import { ImageReducer } from '../../../../src/engine/reduce';
import { runToEnd } from '../../../../src/engine/steps';
import type { CurveAnswer } from '../../../../src/shared/explore/curve';
import { answerCurve } from '../../../../src/worker/explore/curve';
import { noisyPicture, pictureOf } from '../../engine/pictures';

async function curveOf(pixels: Pixels, options: Partial<ReduceOptions> = {}) {
  const told: CurveAnswer[] = [];
  const answer = await answerCurve(
    { kind: 'curve', options: { ...DEFAULT_OPTIONS, k: 256, ...options } },
    {
      reducer: new ImageReducer(pixels),
      result: () => assert.fail('a curve needs no finished picture'),
      run: (steps) => Promise.resolve(runToEnd(steps)),
      encode: () => assert.fail('sizes are estimated'),
      report: (progress) => told.push(progress),
    },
  );
  return { told, answer };
}

describe('the answer to a question for the error curve', () => {
  it('begins with the whole curve, and measures one palette after the other', async () => {
    const { told, answer } = await curveOf(noisyPicture({ seed: 8 }));
    const [first] = told;
    assert.equal(first?.shares.length, 255);
    assert.deepEqual(
      told.map(({ measured }) => measured.length),
      Array.from({ length: answer.toMeasure + 1 }, (_, i) => i),
    );
    assert.equal(told.at(-1), answer);
    const { measured } = answer;
    for (const [i, { share, psnr, byteLength }] of measured.slice(1).entries()) {
      const before = measured[i]!;
      assert.ok(share < before.share && psnr! > before.psnr! && byteLength > 0);
    }
  });

  it('ends without an error at the number of colors that the picture has', async () => {
    const colors = [0, 50, 100, 150, 200].map((gray) => [gray, gray, gray, 255]);
    const { answer } = await curveOf(pictureOf(colors));
    const last = answer.measured.at(-1);
    assert.deepEqual([last?.k, last?.share, last?.psnr], [5, 0, null]);
  });

  it('begins at the number of colors that are locked', async () => {
    const locked = ['#ff0000', '#00ff00', '#0000ff'];
    const { answer } = await curveOf(noisyPicture({ seed: 9 }), { locked });
    assert.equal(answer.least, 3);
    assert.equal(answer.measured[0]?.k, 3);
  });
});
