import assert from 'node:assert/strict';
import { readViewMemory } from '../../../src/webview/viewMemory';

describe('view memory', () => {
  it('reads what was kept', () => {
    const kept = { view: 'sideBySide', divider: 20, paletteOrder: 'luminance' };
    assert.deepEqual(readViewMemory(kept), kept);
  });

  for (const saved of [
    undefined,
    null,
    7,
    'divider',
    {},
    { view: 'onion', divider: 140 },
    { divider: NaN },
    { paletteOrder: 'alphabet' },
  ]) {
    it(`falls back from ${JSON.stringify(saved)}`, () => {
      assert.deepEqual(readViewMemory(saved), { view: 'divider', divider: 50 });
    });
  }
});
