import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, type ReduceOptions } from '../../../src/engine/options';
import type { PaletteMessage, ResultMessage, SourceMessage } from '../../../src/shared/messages';
import {
  highlightedColor,
  initialState,
  phaseOf,
  reduceState,
  type PageAction,
  type PageState,
  type PictureMessage,
} from '../../../src/webview/state';
import { readViewMemory } from '../../../src/webview/viewMemory';

const withK = (k: number): ReduceOptions => ({ ...DEFAULT_OPTIONS, k });
const part = (colors: number) => ({
  rgba: new Uint8Array(4 * colors).fill(255),
  shares: new Array<number>(colors).fill(1 / colors),
});

const source: SourceMessage = {
  type: 'source',
  name: 'tower.png',
  url: 'a://tower.png?1',
  byteLength: 5000,
  options: withK(16),
};
const decoded: PictureMessage = {
  type: 'decoded',
  width: 40,
  height: 30,
  format: 'PNG',
  colorCount: 900,
  hasAlpha: false,
  isConverted: false,
  notices: [],
};
const palette = (k: number): PaletteMessage => ({
  type: 'palette',
  options: withK(k),
  palette: part(k),
  estimatedByteLength: 100 * k,
  isLossless: false,
});
const result = (k: number): ResultMessage => ({
  type: 'result',
  options: withK(k),
  palette: part(k),
  png: new ArrayBuffer(90 * k),
  quality: { mse: 12, psnr: 37, meanDeltaE: 0.01, p95DeltaE: 0.03 },
  iterations: 9,
  improvement: 0.02,
  optimization: 'off',
  isLossless: false,
});
const change = (k: number, isMoving: boolean): PageAction => ({
  type: 'changedOptions',
  options: withK(k),
  isMoving,
});

function after(...events: (PictureMessage | PageAction)[]): PageState {
  return events.reduce(reduceState, initialState(readViewMemory(undefined)));
}

describe('page state', () => {
  it('goes from opening over reading and settling to rest', () => {
    assert.equal(phaseOf(after()), 'opening');
    assert.equal(phaseOf(after(source)), 'reading');
    assert.equal(phaseOf(after(source, decoded)), 'reading');
    assert.equal(phaseOf(after(source, decoded, palette(16))), 'settling');
    assert.equal(phaseOf(after(source, decoded, palette(16), result(16))), 'rest');
  });

  it('shows the exact size and figures at rest', () => {
    const state = after(source, decoded, palette(16), result(16));
    assert.equal(state.reduced?.kind, 'exact');
    assert.equal(state.reduced?.byteLength, 90 * 16);
    assert.equal(state.quality?.psnr, 37);
  });

  it('shows an estimate while moving, and keeps the older figures', () => {
    const state = after(source, decoded, result(16), change(20, true), palette(20));
    assert.equal(phaseOf(state), 'moving');
    assert.equal(state.reduced?.kind, 'quick');
    assert.equal(state.reduced?.byteLength, 2000);
    assert.equal(state.quality?.mse, 12);
  });

  it('shows a palette a few colors behind while moving', () => {
    const state = after(source, decoded, change(20, true), palette(18));
    assert.equal(state.reduced?.options.k, 18);
  });

  it('drops a palette for other options at rest', () => {
    const rested = after(source, decoded, change(20, true), change(20, false));
    assert.equal(reduceState(rested, palette(18)), rested);
  });

  it('drops a result for options that are no longer current', () => {
    const moved = after(source, decoded, result(16), change(20, true));
    assert.equal(reduceState(moved, result(18)), moved);
  });

  it('does not go back from the exact picture to a late quick palette of the same options', () => {
    const rested = after(source, decoded, result(16));
    assert.equal(reduceState(rested, palette(16)), rested);
  });

  it('takes a result that differs only in a seed which split does not read', () => {
    const state = after(source, decoded, { ...result(16), options: { ...withK(16), seed: 99 } });
    assert.equal(phaseOf(state), 'rest');
  });

  it('is settling again when options change back and forth until the exact picture comes', () => {
    const back = after(source, decoded, result(16), change(17, true), palette(17), change(16, false));
    assert.equal(phaseOf(back), 'settling');
    assert.equal(phaseOf(reduceState(back, result(16))), 'rest');
  });

  it('starts anew when the file changed, and keeps everything when only asked again', () => {
    const rested = after(source, decoded, result(16), { type: 'showedOriginal' });
    const again = reduceState(rested, source);
    assert.equal(again.reduced, rested.reduced);
    assert.equal(again.original, 'shown');
    const changed = reduceState(rested, { ...source, url: 'a://tower.png?2' });
    assert.equal(changed.reduced, undefined);
    assert.equal(changed.decoded, undefined);
    assert.equal(changed.original, 'loading');
  });

  it('takes the options of the source', () => {
    assert.equal(after({ ...source, options: withK(64) }).options.k, 64);
  });

  it('shows a failure until a retry or news', () => {
    const failed = after(source, { type: 'failed', sentence: 'tower.png is cut off.', canRetry: true });
    assert.equal(phaseOf(failed), 'failed');
    assert.equal(failed.failure?.sentence, 'tower.png is cut off.');
    assert.equal(phaseOf(reduceState(failed, { type: 'askedRetry' })), 'reading');
    assert.equal(phaseOf(reduceState(failed, decoded)), 'reading');
  });

  it('says what was saved until something changes', () => {
    const saving = after(source, decoded, result(16), { type: 'askedSave' });
    assert.equal(saving.isSaving, true);
    const saved = reduceState(saving, { type: 'saveEnded', name: 'tower.k16.png' });
    assert.equal(saved.isSaving, false);
    assert.equal(saved.savedName, 'tower.k16.png');
    assert.equal(reduceState(saved, change(17, true)).savedName, undefined);
    assert.equal(reduceState(saving, { type: 'saveEnded' }).savedName, undefined);
  });

  it('is no longer saving after a failure', () => {
    const failed: PictureMessage = { type: 'failed', sentence: 'The worker stopped.', canRetry: true };
    assert.equal(after(source, decoded, result(16), { type: 'askedSave' }, failed).isSaving, false);
  });

  it('keeps the divider on the picture', () => {
    assert.equal(after({ type: 'movedDivider', divider: 130 }).divider, 100);
    assert.equal(after({ type: 'movedDivider', divider: -4 }).divider, 0);
  });

  describe('in the four-up view', () => {
    const compared = (k: number, changes: Partial<ReduceOptions> = {}): PictureMessage => ({
      type: 'compared',
      options: { ...withK(k), ...changes },
      palette: part(k),
      estimatedByteLength: 10 * k,
    });
    const fourUp: PageAction = { type: 'changedView', view: 'fourUp' };

    it('compares four numbers of colors, and none in other views', () => {
      assert.deepEqual(after(source, decoded, fourUp).comparedKs, [8, 16, 64, 256]);
      assert.deepEqual(
        after(source, decoded, fourUp, { type: 'changedView', view: 'divider' }).comparedKs,
        [],
      );
    });

    it('begins when the picture is decoded, where it was remembered', () => {
      assert.deepEqual(after(fourUp, source).comparedKs, []);
      assert.deepEqual(after(fourUp, source, decoded).comparedKs, [8, 16, 64, 256]);
    });

    it('takes up a new number of colors when the slider rests, not while it moves', () => {
      assert.deepEqual(after(source, decoded, fourUp, change(50, true)).comparedKs, [8, 16, 64, 256]);
      assert.deepEqual(after(source, decoded, fourUp, change(50, false)).comparedKs, [8, 16, 50, 256]);
    });

    it('keeps what came for the present options, and not what came too late', () => {
      const state = after(source, decoded, fourUp, compared(8), compared(64, { space: 'rgb' }));
      assert.deepEqual([...state.compared.keys()], [8]);
      assert.equal(state.compared.get(8)?.estimatedByteLength, 80);
    });

    it('forgets it all when the file changes', () => {
      const state = after(source, decoded, fourUp, compared(8), { ...source, url: 'a://tower.png?2' });
      assert.equal(state.compared.size, 0);
    });
  });

  it('highlights the color that is pointed at, or else the one that is kept, if the palette has it', () => {
    const highlight = (index: number | undefined, isKept: boolean): PageAction => ({
      type: 'highlighted',
      index,
      isKept,
    });
    const shown = after(source, decoded, palette(16), highlight(3, true));
    assert.equal(highlightedColor(shown), 3);
    assert.equal(highlightedColor(reduceState(shown, highlight(5, false))), 5);
    assert.equal(highlightedColor(after(source, decoded, palette(16), highlight(20, true))), undefined);
    assert.equal(highlightedColor(after(source, highlight(0, true))), undefined);
  });
});
