import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findElbow, findElbows } from '../../../../src/engine/explore/elbow';

const tenSteps = Array.from({ length: 10 }, (_, i) => i);

describe('the elbow of a curve (Kneedle)', () => {
  it('is where the paper finds it on y = −1/(x + 0.1) + 5, turned upside down to a falling curve', () => {
    const x = Array.from({ length: 10 }, (_, i) => i / 9);
    const elbow = findElbow(
      x,
      x.map((value) => 1 / (value + 0.1) - 5),
    );
    assert.equal(x[elbow!]!.toFixed(2), '0.22');
  });

  it('is at the corner of a curve that falls steeply and then slowly', () => {
    assert.equal(findElbow(tenSteps, [100, 40, 20, 15, 10, 5, 4, 3, 2, 1]), 2);
  });

  it('of y = 1/x from 1 to n is at √n, where the curve is as steep as its chord', () => {
    for (const n of [25, 100, 400]) {
      const x = Array.from({ length: n }, (_, i) => i + 1);
      const elbow = findElbow(
        x,
        x.map((value) => 1 / value),
      );
      assert.equal(x[elbow!], Math.sqrt(n));
    }
  });

  it('is not found on a line, a flat line, one point or nothing', () => {
    const line = tenSteps.map((value) => 10 - value);
    for (const y of [line, tenSteps.map(() => 3)]) assert.equal(findElbow(tenSteps, y), undefined);
    assert.equal(findElbow([4], [1]), undefined);
    assert.equal(findElbow([], []), undefined);
  });

  it('needs a clearer turn with a higher sensitivity', () => {
    const x = Array.from({ length: 30 }, (_, i) => i);
    // Two corners, the second one slight.
    const y = x.map((value) => Math.max(20 - 4 * value, 8 - 0.5 * value, 0) + (value < 20 ? 0.01 : 0));
    const [few, many] = [findElbows(x, y, { sensitivity: 20 }), findElbows(x, y, { sensitivity: 1 })];
    assert.deepEqual(few, []);
    assert.deepEqual(many, [4]);
  });

  it('stays where it is when an axis is stretched or moved', () => {
    const falling = fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 40 })
      .map((drops) => drops.sort((a, b) => b - a).reduce<number[]>((y, d) => [...y, y.at(-1)! - d], [100]));
    fc.assert(
      fc.property(falling, fc.constantFrom(0.5, 2, 1024), fc.constantFrom(-64, 0, 64), (y, scale, offset) => {
        const x = y.map((_, i) => i);
        const moved = findElbow(
          x.map((value) => scale * value + offset),
          y.map((value) => scale * value + offset),
          { sensitivity: 1.01 }, // not at a tie, which rounding would decide
        );
        assert.equal(moved, findElbow(x, y, { sensitivity: 1.01 }));
      }),
    );
  });
});
