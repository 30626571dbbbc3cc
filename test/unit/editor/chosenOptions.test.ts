import assert from 'node:assert/strict';
import { ChosenOptions, type SessionMemory } from '../../../src/editor/chosenOptions';
import type { StoredSession } from '../../../src/editor/storedSession';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../src/engine/options';
import type { HistoryMessage, OptionsMessage } from '../../../src/shared/messages';

const withK = (k: number): ReduceOptions => ({ ...DEFAULT_OPTIONS, k });

describe('the options chosen for an image', () => {
  let sent: (OptionsMessage | HistoryMessage)[];
  let kept: Map<string, StoredSession>;
  let defaults: ReduceOptions;
  let chosen: ChosenOptions;

  function create(): ChosenOptions {
    const memory: SessionMemory = {
      recall: (contentHash) => kept.get(contentHash),
      keep: (contentHash, session) => void kept.set(contentHash, session),
    };
    return new ChosenOptions(() => defaults, memory, {
      send: (message) => sent.push(message),
      onDidChange: () => {},
    });
  }

  beforeEach(() => {
    sent = [];
    kept = new Map();
    defaults = DEFAULT_OPTIONS;
    chosen = create();
    chosen.recall('h');
  });

  it('make a reset right after a move of the same setting a step of its own', () => {
    chosen.change(withK(8), true);
    chosen.change(withK(8), false);
    chosen.change(withK(16), false);
    assert.equal(chosen.canUndo, true);
    chosen.undo();
    assert.equal(chosen.present.k, 8);
  });

  it('are one step for all moves of a drag', () => {
    for (const k of [20, 30, 40]) chosen.change(withK(k), true);
    assert.equal(chosen.canUndo, false);
    chosen.change(withK(41), false);
    chosen.undo();
    assert.deepEqual(chosen.present, DEFAULT_OPTIONS);
    assert.equal(chosen.canUndo, false);
  });

  it('rest where they are when undo comes in the middle of a drag', () => {
    chosen.change(withK(30), true);
    chosen.undo();
    assert.deepEqual(chosen.present, DEFAULT_OPTIONS);
    assert.equal(chosen.isMoving, false);
    chosen.redo();
    assert.equal(chosen.present.k, 30);
  });

  it('tell pages where undo leads and what can be undone now', () => {
    chosen.change(withK(20), false);
    sent = [];
    chosen.undo();
    assert.deepEqual(sent, [
      { type: 'options', options: DEFAULT_OPTIONS, isMoving: false },
      { type: 'history', canUndo: false, canRedo: true },
    ]);
    chosen.undo();
    assert.equal(sent.length, 2, 'with nothing to undo nothing happens');
  });

  it('are reset to the defaults of a new image in one step', () => {
    defaults = withK(48);
    chosen.change(withK(20), false);
    chosen.reset();
    assert.equal(chosen.present.k, 48);
    chosen.undo();
    assert.equal(chosen.present.k, 20);
  });

  it('come back with their history and view when the same content is opened again', () => {
    chosen.change(withK(20), false);
    chosen.keepView({ view: 'sideBySide' });
    const again = create();
    again.recall('h');
    assert.equal(again.present.k, 20);
    assert.deepEqual(again.view, { view: 'sideBySide' });
    again.undo();
    assert.deepEqual(again.present, DEFAULT_OPTIONS);
  });

  it('are not kept as long as nothing was done, so that a changed default counts', () => {
    assert.equal(kept.size, 0);
    defaults = withK(48);
    const again = create();
    again.recall('h');
    assert.equal(again.present.k, 48);
  });

  it('do not follow a default that changes while the image is open', () => {
    defaults = withK(48);
    assert.equal(chosen.present.k, 16);
  });

  it('go on with another picture in the same file, and are kept for that', () => {
    chosen.change(withK(20), false);
    kept.set('other', { history: { past: [], present: withK(200), future: [] } });
    chosen.recall('other');
    assert.equal(chosen.present.k, 20);
    assert.equal(kept.get('other')?.history.present.k, 20);
  });
});
