import assert from 'node:assert/strict';
import { valueRange, xRange } from '../../../../../src/webview/explore/chart/chartOptions';

describe('The axes of a line chart', () => {
  it('begin at zero unless the values lie far from it', () => {
    assert.equal(valueRange(0.1, 10)[0], 0);
    assert.ok(valueRange(30, 40)[0] > 25);
    assert.ok(valueRange(-1, 1)[0] < -1);
    assert.ok(valueRange(3, 40)[1] > 40);
  });

  it('have an extent for one value and for none', () => {
    for (const [low, high] of [
      valueRange(5, 5),
      valueRange(0, 0),
      valueRange(null, null),
      xRange(7, 7, true),
    ]) {
      assert.ok(low < high);
    }
    assert.deepEqual(xRange(2, 256, true), [2, 256]);
    assert.ok(xRange(1, 1, true)[0] > 0, 'a logarithmic axis has no zero');
  });
});
