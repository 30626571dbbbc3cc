import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../src/engine/options';
import { ChangeSender } from '../../../src/webview/changeSender';

const withK = (k: number): ReduceOptions => ({ ...DEFAULT_OPTIONS, k });

/** Frames that pass when the test says so. */
class Frames {
  private readonly callbacks = new Map<number, () => void>();
  private last = 0;

  requestAnimationFrame(callback: () => void): number {
    this.callbacks.set(++this.last, callback);
    return this.last;
  }

  cancelAnimationFrame(handle: number): void {
    this.callbacks.delete(handle);
  }

  pass(): void {
    const due = [...this.callbacks.values()];
    this.callbacks.clear();
    due.forEach((callback) => callback());
  }
}

describe('ChangeSender', () => {
  let frames: Frames;
  let sent: [number, boolean][];
  let sender: ChangeSender;

  beforeEach(() => {
    frames = new Frames();
    sent = [];
    sender = new ChangeSender((options, isMoving) => sent.push([options.k, isMoving]), frames);
  });

  it('sends one message a frame, the newest', () => {
    sender.move(withK(3));
    sender.move(withK(4));
    sender.move(withK(5));
    assert.deepEqual(sent, []);
    frames.pass();
    assert.deepEqual(sent, [[5, true]]);
    sender.move(withK(6));
    frames.pass();
    assert.deepEqual(sent, [
      [5, true],
      [6, true],
    ]);
  });

  it('sends a rest at once, in place of a waiting move', () => {
    sender.move(withK(3));
    sender.rest(withK(3));
    frames.pass();
    assert.deepEqual(sent, [[3, false]]);
  });

  it('does not repeat a move that changes nothing', () => {
    sender.move(withK(3));
    frames.pass();
    sender.move(withK(3));
    frames.pass();
    assert.deepEqual(sent, [[3, true]]);
  });

  it('does not send a move that waits when the options were set elsewhere', () => {
    sender.move(withK(3));
    sender.forget();
    frames.pass();
    assert.deepEqual(sent, []);
    sender.move(withK(3));
    frames.pass();
    assert.deepEqual(sent, [[3, true]]);
  });

  it('moves again to the same number after a rest', () => {
    sender.move(withK(3));
    frames.pass();
    sender.rest(withK(4));
    sender.move(withK(3));
    frames.pass();
    assert.deepEqual(sent, [
      [3, true],
      [4, false],
      [3, true],
    ]);
  });
});
