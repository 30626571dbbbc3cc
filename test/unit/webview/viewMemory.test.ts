import assert from 'node:assert/strict';
import { EXPLORE_VIEW_IDS } from '../../../src/webview/explore/exploreViewIds';
import { readViewMemory } from '../../../src/webview/viewMemory';

const DEFAULT = {
  view: 'divider',
  divider: 50,
  background: 'checkerboard',
  zoom: 'fit',
  panel: 'reduce',
  exploreView: EXPLORE_VIEW_IDS[0],
};

describe('view memory', () => {
  it('reads what was kept', () => {
    const kept = {
      view: 'sideBySide',
      divider: 20,
      background: 'theme',
      zoom: { scale: 4, centerX: 0.25, centerY: 0.5 },
      paletteOrder: 'luminance',
      panel: 'explore',
      exploreView: EXPLORE_VIEW_IDS.at(-1),
    };
    assert.deepEqual(readViewMemory(kept), kept);
  });

  for (const saved of [
    undefined,
    null,
    7,
    'divider',
    {},
    { view: 'onion', divider: 140, background: 'tartan', zoom: 'huge' },
    { divider: NaN, zoom: { scale: 4, centerX: 0.5, centerY: 2 } },
    { zoom: { scale: -1, centerX: 0.5, centerY: 0.5 } },
    { zoom: { scale: Infinity, centerX: 0.5, centerY: 0.5 } },
    { paletteOrder: 'alphabet' },
    { panel: 'cellar', exploreView: 'horoscope' },
  ]) {
    it(`falls back from ${JSON.stringify(saved)}`, () => {
      assert.deepEqual(readViewMemory(saved), DEFAULT);
    });
  }
});
