import assert from 'node:assert/strict';
import { followColor } from '../../../../src/webview/palette/followColor';

const PALETTE = Uint8Array.of(
  0,
  0,
  0,
  0,
  200,
  30,
  40,
  128,
  10,
  20,
  30,
  255,
  200,
  30,
  40,
  255,
  204,
  31,
  40,
  255,
);

describe('Following a color to another palette', () => {
  it('finds it where it is', () => {
    assert.equal(followColor([200, 30, 40, 255], PALETTE), 3);
    assert.equal(followColor([200, 30, 40, 128], PALETTE), 1);
  });

  it('finds where it moved to', () => {
    assert.equal(followColor([14, 22, 30, 255], PALETTE), 2);
    assert.equal(followColor([206, 31, 40, 255], PALETTE), 4);
  });

  it('gives up when it is gone', () => {
    assert.equal(followColor([0, 200, 0, 255], PALETTE), undefined);
  });

  it('takes what is transparent for nothing else', () => {
    assert.equal(followColor([0, 0, 0, 0], PALETTE), 0);
    assert.equal(followColor([0, 0, 0, 0], PALETTE.subarray(4)), undefined);
    assert.equal(followColor([0, 0, 0, 255], PALETTE.subarray(0, 4)), undefined);
  });
});
