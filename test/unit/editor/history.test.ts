import assert from 'node:assert/strict';
import { MOST_STEPS, OptionsHistory } from '../../../src/editor/history';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../src/engine/options';

describe('the history of options', () => {
  let time: number;
  let history: OptionsHistory;
  const options = (changes: Partial<ReduceOptions>): ReduceOptions => ({ ...DEFAULT_OPTIONS, ...changes });
  /** Later than any change could be one with the last. */
  const pass = (ms = 5000) => void (time += ms);

  beforeEach(() => {
    time = 0;
    history = OptionsHistory.of(DEFAULT_OPTIONS, () => time);
  });

  it('goes back and forth through changes', () => {
    const steps = [
      options({ k: 8 }),
      options({ k: 8, space: 'rgb' }),
      options({ k: 8, locked: ['#ff0000'] }),
    ];
    for (const step of steps) {
      pass();
      history.change(step);
    }
    assert.deepEqual(history.undo(), steps[1]);
    assert.deepEqual(history.undo(), steps[0]);
    assert.deepEqual(history.undo(), DEFAULT_OPTIONS);
    assert.equal(history.undo(), undefined);
    assert.equal(history.canUndo, false);
    assert.deepEqual(history.redo(), steps[0]);
    assert.deepEqual(history.redo(), steps[1]);
    assert.deepEqual(history.redo(), steps[2]);
    assert.equal(history.redo(), undefined);
    assert.equal(history.canRedo, false);
  });

  it('takes what changes nothing for no step', () => {
    history.change(options({}));
    assert.equal(history.canUndo, false);
  });

  it('notices a change that the picture would not show', () => {
    history.change(options({ seed: 7 })); // the deterministic start reads no seed
    assert.deepEqual(history.undo(), DEFAULT_OPTIONS);
  });

  it('makes quick changes of the same setting one step', () => {
    for (const k of [17, 18, 19, 20]) {
      pass(900);
      history.change(options({ k }));
    }
    assert.deepEqual(history.undo(), DEFAULT_OPTIONS);
    assert.deepEqual(history.redo(), options({ k: 20 }));
  });

  it('keeps slow changes and those of other settings apart', () => {
    history.change(options({ k: 17 }));
    history.change(options({ k: 17, keepRare: 5 }));
    pass(1001);
    history.change(options({ k: 17, keepRare: 6 }));
    assert.deepEqual(history.undo(), options({ k: 17, keepRare: 5 }));
    assert.deepEqual(history.undo(), options({ k: 17 }));
    assert.deepEqual(history.undo(), DEFAULT_OPTIONS);
  });

  it('keeps each locked color apart, however quick', () => {
    history.change(options({ locked: ['#000000'] }));
    history.change(options({ locked: ['#000000', '#ffffff'] }));
    assert.deepEqual(history.undo()?.locked, ['#000000']);
  });

  it('keeps a step of its own apart from quick changes before and after', () => {
    history.change(options({ k: 17 }));
    history.change(options({ k: 40 }), true);
    history.change(options({ k: 41 }));
    assert.equal(history.undo()?.k, 40);
    assert.equal(history.undo()?.k, 17);
  });

  it('has nothing to undo after quickly going there and back', () => {
    history.change(options({ k: 17 }));
    history.change(options({ k: 16 }));
    assert.equal(history.canUndo, false);
  });

  it('does not add a change to a step that was gone back to', () => {
    history.change(options({ k: 17 }));
    pass();
    history.change(options({ k: 18 }));
    history.undo();
    history.change(options({ k: 30 }));
    assert.equal(history.canRedo, false);
    assert.equal(history.undo()?.k, 17);
  });

  it('forgets the oldest of too many steps', () => {
    for (let k = 17; k < 17 + MOST_STEPS + 10; k++) {
      pass();
      history.change(options({ k }));
    }
    let steps = 0;
    let last: ReduceOptions | undefined;
    for (let undone = history.undo(); undone; undone = history.undo()) {
      steps++;
      last = undone;
    }
    assert.equal(steps, MOST_STEPS);
    assert.equal(last?.k, 26);
  });

  it('goes on from what was kept', () => {
    history.change(options({ k: 17 }));
    pass();
    history.change(options({ k: 18 }));
    history.undo();
    const later = new OptionsHistory(history.state(), () => time);
    assert.equal(later.present.k, 17);
    assert.equal(later.redo()?.k, 18);
    later.undo();
    assert.equal(later.undo()?.k, 16);
  });
});
