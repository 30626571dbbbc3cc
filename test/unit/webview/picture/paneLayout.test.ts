import assert from 'node:assert/strict';
import { arrangePanes, panesOf } from '../../../../src/webview/picture/paneLayout';
import { VIEW_MODES } from '../../../../src/webview/viewMemory';

const STAGE = { width: 960, height: 700 };

describe('panes', () => {
  it('have the other picture under the one that is shown, to be seen while comparing is held', () => {
    assert.deepEqual(panesOf('reduced', true, []), [{ under: 'original', over: 'reduced' }]);
    assert.deepEqual(panesOf('original', true, []), [{ under: 'reduced', over: 'original' }]);
    assert.deepEqual(panesOf('difference', true, []), [{ under: 'original', over: 'difference' }]);
  });

  it('are one for each number of colors in the four-up view', () => {
    assert.deepEqual(
      panesOf('fourUp', true, [8, 16, 64, 256]).map(({ over }) => over),
      [8, 16, 64, 256].map((candidate) => ({ candidate })),
    );
  });

  it('show only the reduced picture where there is no original', () => {
    for (const view of VIEW_MODES) assert.deepEqual(panesOf(view, false, [8, 16]), [{ over: 'reduced' }]);
  });
});

describe('arranging panes', () => {
  it('stands two pictures beside each other in a wide stage', () => {
    const { columns, rows, pane } = arrangePanes(2, { width: 300, height: 400 }, STAGE);
    assert.deepEqual([columns, rows], [2, 1]);
    assert.deepEqual(pane, { width: 472, height: 676 });
  });

  it('stands two wide pictures under each other where that shows them much larger', () => {
    const { columns, rows, pane } = arrangePanes(2, { width: 2000, height: 300 }, STAGE);
    assert.deepEqual([columns, rows], [1, 2]);
    assert.deepEqual(pane, { width: 960, height: 326 });
  });

  it('stands four as two by two, or in a line where the stage is one', () => {
    assert.equal(arrangePanes(4, { width: 400, height: 300 }, STAGE).columns, 2);
    assert.equal(arrangePanes(4, { width: 300, height: 400 }, { width: 1400, height: 300 }).columns, 4);
    assert.equal(arrangePanes(4, { width: 2000, height: 200 }, STAGE).columns, 1);
  });
});
