import assert from 'node:assert/strict';
import { stageCommand } from '../../../../src/webview/picture/stageKeys';

const key = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

describe('the keys of the stage', () => {
  it('zoom', () => {
    assert.deepEqual(stageCommand(key('+', { shiftKey: true })), { type: 'zoom', to: 'in' });
    assert.deepEqual(stageCommand(key('-', { repeat: true })), { type: 'zoom', to: 'out' });
    assert.deepEqual(stageCommand(key('0')), { type: 'zoom', to: 'fit' });
    assert.deepEqual(stageCommand(key('1')), { type: 'zoom', to: 'actual' });
  });

  it('leave combinations to VS Code', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      assert.equal(stageCommand(key('c', { [held]: true })), undefined);
    }
  });

  it('hold once, not again and again while down', () => {
    assert.deepEqual(stageCommand(key('C', { shiftKey: true })), { type: 'hold' });
    assert.equal(stageCommand(key('c', { repeat: true })), undefined);
  });

  it('move, faster with Shift', () => {
    assert.deepEqual(stageCommand(key('ArrowUp', { shiftKey: true })), {
      type: 'arrow',
      direction: { x: 0, y: -1 },
      isFast: true,
    });
  });

  it('mean nothing otherwise', () => {
    assert.equal(stageCommand(key('q')), undefined);
    assert.equal(stageCommand(key('constructor')), undefined);
  });
});
