import assert from 'node:assert/strict';
import { inOrder, sumOf } from '../../../../src/webview/explore/segments/segmentOrder';

const SEGMENTS = [
  { index: 0, pixels: 30, regions: 3, largest: 20 },
  { index: 1, pixels: 50, regions: 9, largest: 10 },
  { index: 2, pixels: 20, regions: 3, largest: 18 },
  { index: 3, pixels: 0, regions: 0, largest: 0 },
];

describe('Segments in a list', () => {
  for (const [order, isAscending, expected] of [
    ['label', true, [0, 1, 2, 3]],
    ['label', false, [3, 2, 1, 0]],
    ['pixels', false, [1, 0, 2, 3]],
    ['regions', false, [1, 0, 2, 3]],
    ['regions', true, [3, 0, 2, 1]],
    ['largest', false, [2, 0, 1, 3]],
  ] as const) {
    it(`are sorted by ${order}, ${isAscending ? 'rising' : 'falling'}`, () => {
      assert.deepEqual(
        inOrder(SEGMENTS, order, isAscending).map(({ index }) => index),
        expected,
      );
    });
  }

  it('add up to what the selected ones are of the picture', () => {
    assert.deepEqual(sumOf(SEGMENTS, new Set([0, 2])), { colors: 2, pixels: 50, share: 0.5, regions: 6 });
    assert.deepEqual(sumOf(SEGMENTS, new Set()), { colors: 0, pixels: 0, share: 0, regions: 0 });
  });
});
