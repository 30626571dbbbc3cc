import assert from 'node:assert/strict';
import { parsePageMessage } from '../../../../src/shared/messages';

const reduction = { k: 16, space: 'oklab', locked: ['#ff0000'] };
const start = { init: 'random', seed: 7 };
const ask = (question: unknown) => parsePageMessage({ type: 'ask', token: 'q1', question });
const save = (question: unknown) => parsePageMessage({ type: 'exportExplored', question });
const gif = { kind: 'convergenceGif', reduction, start, longestSide: 480, roundMs: 200 };

describe('Questions about runs of k-means', () => {
  it('come through as they were asked', () => {
    for (const question of [
      { kind: 'convergence', reduction, start },
      { kind: 'starts', reduction, starts: [start, { init: 'split', seed: 0 }] },
    ]) {
      assert.deepEqual(ask(question), { type: 'ask', token: 'q1', question });
    }
    assert.deepEqual(save(gif), { type: 'exportExplored', question: gif });
  });

  it('are refused where they make no sense', () => {
    const locked = ['#ff0000', '#00ff00', '#0000ff'];
    for (const question of [
      { kind: 'convergence', reduction: { ...reduction, k: 2, locked }, start },
      { kind: 'convergence', reduction, start: { init: 'best', seed: 1 } },
      { kind: 'convergence', reduction, start: { init: 'random', seed: -1 } },
      { kind: 'starts', reduction, starts: [] },
      { kind: 'starts', reduction, starts: Array(7).fill(start) },
    ]) {
      assert.equal(ask(question), undefined, JSON.stringify(question));
    }
    for (const change of [
      { reduction: { ...reduction, k: 257 } },
      { longestSide: 100_000 },
      { longestSide: 0 },
      { roundMs: 0 },
    ]) {
      assert.equal(save({ ...gif, ...change }), undefined, JSON.stringify(change));
    }
  });
});
