import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { announcement } from '../../../src/webview/announcement';
import { initialState, type PageState } from '../../../src/webview/state';
import { readViewMemory } from '../../../src/webview/viewMemory';

const atRest: PageState = {
  ...initialState(readViewMemory(undefined)),
  source: { name: 'tower.png', url: 'a://tower.png', byteLength: 52_000 },
  reduced: {
    kind: 'exact',
    options: DEFAULT_OPTIONS,
    palette: { rgba: new Uint8Array(64), shares: new Array<number>(16).fill(1 / 16) },
    byteLength: 10_000,
    isLossless: false,
    isOptimizing: false,
    improvement: 0,
    png: new ArrayBuffer(10_000),
  },
};

describe('announcement', () => {
  it('tells the result at rest', () => {
    assert.equal(announcement(atRest), '16 colors, 10.0 KB, 5.2× smaller.');
  });

  it('is silent while the slider moves', () => {
    assert.equal(announcement({ ...atRest, isMoving: true }), '');
  });

  it('tells what was saved', () => {
    assert.equal(announcement({ ...atRest, savedName: 'tower.k16.png' }), 'Saved as tower.k16.png.');
  });
});
