import assert from 'node:assert/strict';
import { MOST_PIXELS, workingSize } from '../../../../src/engine/explore/lowRank/workingSize';

describe('The size at which a picture is factorized', () => {
  it('is its own within the bound', () => {
    assert.deepEqual(workingSize(4000, 3000), { width: 4000, height: 3000 });
  });

  it('is the largest whole fraction of it within the bound, else', () => {
    assert.deepEqual(workingSize(4001, 3000), { width: 2001, height: 1500 });
    for (const [width, height, by] of [
      [6000, 4000, 2],
      [12_000, 8000, 3],
      [100_000, 999, 3],
      [200_000_000, 1, 17],
    ] as const) {
      assert.deepEqual(workingSize(width, height), {
        width: Math.ceil(width / by),
        height: Math.ceil(height / by),
      });
      const pixelsAt = (each: number) => Math.ceil(width / each) * Math.ceil(height / each);
      assert.ok(pixelsAt(by) <= MOST_PIXELS && pixelsAt(by - 1) > MOST_PIXELS, `${width} × ${height}: ${by}`);
    }
  });
});
