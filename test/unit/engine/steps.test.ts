import assert from 'node:assert/strict';
import { Cancelled, runCancellable, runToEnd, type Steps } from '../../../src/engine/steps';

function* countTo(n: number, seen: number[]): Steps<string, number> {
  for (let i = 1; i <= n; i++) {
    seen.push(i);
    yield i;
  }
  return 'done';
}

/** A clock that runs 10 ms at each look, so that every step is followed by a pause. */
const clock = () => {
  let ms = 0;
  return () => (ms += 10);
};

describe('Steps', () => {
  it('run to their result', () => {
    assert.equal(runToEnd(countTo(3, [])), 'done');
  });

  it('let messages in and go on', async () => {
    let pauses = 0;
    const breathe = () => Promise.resolve(void pauses++);
    assert.equal(
      await runCancellable(countTo(5, []), { breathe, isCancelled: () => false, now: clock() }),
      'done',
    );
    assert.equal(pauses, 5);
  });

  it('stop inside their loop when cancelled', async () => {
    const seen: number[] = [];
    const run = runCancellable(countTo(1000, seen), {
      breathe: () => Promise.resolve(),
      isCancelled: () => seen.length === 3,
      now: clock(),
    });
    await assert.rejects(run, Cancelled);
    assert.deepEqual(seen, [1, 2, 3]);
  });
});
