import assert from 'node:assert/strict';
import {
  choose,
  NOTHING_CHOSEN,
  followSelection,
  type Choosing,
} from '../../../../src/webview/palette/swatchSelection';

const IDS = ['a', 'b', 'c', 'd', 'e'];

function after(...clicks: [id: string, how: Choosing][]): string[] {
  const selection = clicks.reduce((last, [id, how]) => choose(last, IDS, id, how), NOTHING_CHOSEN);
  return [...selection.chosen].sort();
}

describe('Choosing colors', () => {
  it('takes one by a click, and lets it go by another', () => {
    assert.deepEqual(after(['b', 'only']), ['b']);
    assert.deepEqual(after(['b', 'only'], ['d', 'only']), ['d']);
    assert.deepEqual(after(['b', 'only'], ['b', 'only']), []);
    assert.deepEqual(after(['b', 'only'], ['d', 'toggle'], ['b', 'only']), ['b']);
  });

  it('takes more, and fewer, with Ctrl', () => {
    assert.deepEqual(after(['b', 'only'], ['d', 'toggle']), ['b', 'd']);
    assert.deepEqual(after(['b', 'only'], ['d', 'toggle'], ['b', 'toggle']), ['d']);
  });

  it('takes all between with Shift, from the same place on, in both directions', () => {
    assert.deepEqual(after(['b', 'only'], ['d', 'range']), ['b', 'c', 'd']);
    assert.deepEqual(after(['d', 'only'], ['e', 'range'], ['b', 'range']), ['b', 'c', 'd']);
    assert.deepEqual(after(['c', 'range']), ['c']);
  });

  it('follows colors to a new palette, and forgets those that are gone', () => {
    const selection = choose(choose(NOTHING_CHOSEN, IDS, 'b', 'only'), IDS, 'd', 'toggle');
    assert.deepEqual(
      followSelection(selection, (id) => (id === 'b' ? 'x' : undefined)),
      {
        chosen: new Set(['x']),
        anchor: undefined,
      },
    );
  });
});
