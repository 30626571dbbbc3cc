import assert from 'node:assert/strict';
import { MOST_PIXELS, shrinkingFor, shrunken } from '../../../../src/engine/explore/lowRank/workingSize';
import { runToEnd } from '../../../../src/engine/steps';

describe('The size at which a picture is factorized', () => {
  it('is its own within the bound, and else the largest whole fraction within it', () => {
    assert.equal(shrinkingFor(4000, 3000), 1);
    assert.equal(shrinkingFor(4001, 3000), 2);
    for (const [width, height] of [
      [6000, 4000],
      [12_000, 8000],
      [100_000, 999],
      [200_000_000, 1],
    ] as const) {
      const by = shrinkingFor(width, height);
      const pixelsAt = (each: number) => Math.ceil(width / each) * Math.ceil(height / each);
      assert.ok(pixelsAt(by) <= MOST_PIXELS && pixelsAt(by - 1) > MOST_PIXELS, `${width} × ${height}: ${by}`);
    }
  });

  it('has the mean of the pixels that become one, weighted by their opacity', () => {
    const colors = [
      ...[
        [10, 20, 30, 255],
        [30, 40, 50, 255],
        [7, 7, 7, 255],
      ],
      ...[
        [50, 60, 70, 255],
        [70, 80, 90, 255],
        [9, 9, 9, 255],
      ],
      ...[
        [200, 100, 0, 255],
        [90, 90, 90, 0],
        [1, 2, 3, 0],
      ],
    ];
    const picture = { width: 3, height: 3, rgba: Uint8Array.from(colors.flat()) };
    const { width, height, rgba } = runToEnd(shrunken(picture, 2));
    assert.deepEqual([width, height], [2, 2]);
    assert.deepEqual(
      [0, 4, 8, 12].map((at) => [...rgba.subarray(at, at + 4)]),
      [
        [40, 50, 60, 255],
        [8, 8, 8, 255],
        [200, 100, 0, 128],
        [0, 0, 0, 0],
      ],
    );
    assert.equal(runToEnd(shrunken(picture, 1)), picture);
  });
});
