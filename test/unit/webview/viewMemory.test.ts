import assert from 'node:assert/strict';
import { readViewMemory } from '../../../src/webview/viewMemory';

describe('view memory', () => {
  it('reads what was kept', () => {
    assert.deepEqual(readViewMemory({ view: 'sideBySide', divider: 20 }), {
      view: 'sideBySide',
      divider: 20,
    });
  });

  for (const saved of [
    undefined,
    null,
    7,
    'divider',
    {},
    { view: 'onion', divider: 140 },
    { divider: NaN },
  ]) {
    it(`falls back from ${JSON.stringify(saved)}`, () => {
      assert.deepEqual(readViewMemory(saved), { view: 'divider', divider: 50 });
    });
  }
});
