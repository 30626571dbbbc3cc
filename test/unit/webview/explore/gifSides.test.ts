import assert from 'node:assert/strict';
import { gifSides } from '../../../../src/webview/explore/convergence/gifSides';

describe('Sizes of an animation', () => {
  const sidesOf = (width: number, height: number) => gifSides({ width, height });

  it('are the usual ones, and a small picture’s own', () => {
    assert.deepEqual(sidesOf(768, 512), [256, 480, 768]);
    assert.deepEqual(sidesOf(512, 768), [256, 480, 768]);
    assert.deepEqual(sidesOf(3840, 2556), [256, 480, 800, 1200]);
    assert.deepEqual(sidesOf(800, 800), [256, 480, 800]);
    assert.deepEqual(sidesOf(128, 64), [128]);
  });
});
