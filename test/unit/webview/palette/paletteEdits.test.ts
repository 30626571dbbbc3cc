import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { DEFAULT_OPTIONS, K_MAX, type ReduceOptions } from '../../../../src/engine/options';
import { ImageReducer } from '../../../../src/engine/reduce';
import { runToEnd } from '../../../../src/engine/steps';
import { reduceOptionsSchema } from '../../../../src/shared/options';
import { paletteEntries } from '../../../../src/webview/palette/paletteEntries';
import {
  addColor,
  lockColors,
  mergeColors,
  recolor,
  removeColors,
  restoreColor,
  unlockAll,
  unlockColors,
  withRoomForLocks,
  type PaletteEdit,
} from '../../../../src/webview/palette/paletteEdits';
import { noisyPicture } from '../../engine/pictures';
import { entriesOf } from './palette';

const FOUND = ['#000000', '#ff0000', '#00ff00', '#ffffff'];
const options = (changes: Partial<ReduceOptions> = {}): ReduceOptions => ({
  ...DEFAULT_OPTIONS,
  k: 4,
  ...changes,
});

describe('Editing a palette', () => {
  it('locks colors, once, and unlocks them', () => {
    const [black, red] = entriesOf(FOUND);
    const locked = lockColors(options(), [black!, red!])!;
    assert.deepEqual(locked, { k: 4, locked: ['#000000', '#ff0000'], recolored: [] });
    assert.deepEqual(lockColors(locked, [red!]), locked);
    assert.deepEqual(unlockColors(locked, [red!]), { k: 4, locked: ['#000000'], recolored: [] });
    assert.deepEqual(unlockAll(locked), { k: 4, locked: [], recolored: [] });
  });

  it('adds a color, and raises k only where there is no room for it', () => {
    assert.deepEqual(addColor(options(), '#123456'), { k: 4, locked: ['#123456'], recolored: [] });
    const full = options({ locked: FOUND });
    assert.equal(addColor(full, '#123456')!.k, 5);
    assert.equal(addColor(full, '#ff0000')!.k, 4);
  });

  it('does not lock more than a palette can hold', () => {
    const locked = Array.from({ length: K_MAX }, (_, i) => `#${i.toString(16).padStart(6, '0')}`);
    assert.equal(addColor(options({ k: K_MAX, locked }), '#ffffff'), undefined);
  });

  it('recolors by locking what is found and writing another color, and again, and back', () => {
    const red = entriesOf(FOUND)[1]!;
    const blue = recolor(options(), red, '#0000ff')!;
    assert.deepEqual(blue, {
      k: 4,
      locked: ['#ff0000'],
      recolored: [{ from: '#ff0000', to: '#0000ff' }],
    });
    const shown = entriesOf(FOUND, blue).find(({ hex }) => hex === '#0000ff')!;
    assert.deepEqual([shown.id, shown.isLocked, shown.isRecolored], [red.id, true, true]);
    assert.deepEqual(recolor(blue, shown, '#00ffff')!.recolored, [{ from: '#ff0000', to: '#00ffff' }]);
    assert.deepEqual(recolor(blue, shown, '#ff0000')!.recolored, []);
    assert.deepEqual(restoreColor(blue, shown), { k: 4, locked: ['#ff0000'], recolored: [] });
    assert.deepEqual(unlockColors(blue, [shown]), { k: 4, locked: [], recolored: [] });
  });

  it('treats two colors that are written as one as one entry, for all edits', () => {
    const recolored = [{ from: '#ff0000', to: '#ffffff' }];
    const edit = options({ locked: ['#ff0000'], recolored });
    const white = entriesOf(FOUND, edit).find(({ hex }) => hex === '#ffffff')!;
    assert.deepEqual([...white.sources].sort(), ['#ff0000', '#ffffff']);
    assert.ok(white.isLocked && white.isRecolored);
    const blue = recolor(edit, white, '#0000ff')!;
    assert.deepEqual(blue.recolored.map(({ from, to }) => [from, to]).sort(), [
      ['#ff0000', '#0000ff'],
      ['#ffffff', '#0000ff'],
    ]);
    assert.deepEqual(removeColors(edit, entriesOf(FOUND, edit), [white])!.locked, ['#000000', '#00ff00']);
  });

  it('removes colors and freezes the others', () => {
    const entries = entriesOf(FOUND);
    assert.deepEqual(removeColors(options(), entries, [entries[2]!]), {
      k: 3,
      locked: ['#000000', '#ff0000', '#ffffff'],
      recolored: [],
    });
    assert.equal(removeColors(options(), entries, []), undefined);
    assert.equal(removeColors(options(), entries, entries.slice(1)), undefined, 'two at least stay');
  });

  it('keeps other recolorings when it removes, and drops that of what is removed', () => {
    const edit = options({
      locked: ['#ff0000', '#00ff00'],
      recolored: [
        { from: '#ff0000', to: '#0000ff' },
        { from: '#00ff00', to: '#00ffff' },
      ],
    });
    const entries = entriesOf(FOUND, edit);
    const gone = entries.find(({ hex }) => hex === '#0000ff')!;
    const removed = removeColors(edit, entries, [gone])!;
    assert.deepEqual(removed.recolored, [{ from: '#00ff00', to: '#00ffff' }]);
    assert.deepEqual([...removed.locked].sort(), ['#000000', '#00ff00', '#ffffff']);
  });

  it('merges into the mean by pixels, and freezes the others', () => {
    const entries = entriesOf(['#000000', '#646464', '#c8c8c8', '#ff0000']); // 1, 2, 3 and 4 parts
    const merged = mergeColors({ ...options(), space: 'rgb' }, entries, [entries[1]!, entries[2]!])!;
    assert.deepEqual(merged, { k: 3, locked: ['#000000', '#ff0000', '#a0a0a0'], recolored: [] });
    assert.equal(mergeColors(options(), entries, [entries[0]!]), undefined);
    assert.equal(mergeColors(options(), entries, entries), undefined);
  });

  it('gives k room for what is locked', () => {
    assert.equal(withRoomForLocks(options({ k: 2, locked: FOUND })).k, 4);
    assert.equal(withRoomForLocks(options({ k: 9, locked: FOUND })).k, 9);
  });

  it('always leaves options that the host takes, and a palette of at least two colors', () => {
    const pixels = noisyPicture({ seed: 5, alpha: 'mixed', width: 12, height: 8 });
    const reducer = new ImageReducer(pixels);
    const step = fc.tuple(
      fc.constantFrom('lock', 'unlock', 'recolor', 'restore', 'merge', 'remove', 'add'),
      fc.nat(),
      fc.constantFrom('#123456', '#ffffff', '#00000000', '#ff000080'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        (k, steps) => {
          let now = options({ k });
          for (const [kind, at, color] of steps) {
            const { palette, shares, lookup } = runToEnd(reducer.reduce(now, { effort: 'quick' }));
            const entries = paletteEntries({ rgba: palette, shares: [...shares], lookup }, now);
            const one = entries[at % entries.length]!;
            const two = [one, entries[(at + 1) % entries.length]!];
            const edits: Record<typeof kind, () => PaletteEdit | undefined> = {
              lock: () => lockColors(now, [one]),
              unlock: () => unlockColors(now, [one]),
              recolor: () => recolor(now, one, color),
              restore: () => restoreColor(now, one),
              merge: () => mergeColors(now, entries, two),
              remove: () => removeColors(now, entries, [one]),
              add: () => addColor(now, color),
            };
            const before = entries.filter(
              ({ id }) => id !== one.id && (kind === 'remove' || id !== two[1]!.id),
            );
            const edit = edits[kind]();
            if (!edit) continue;
            now = { ...now, ...edit };
            v.parse(reduceOptionsSchema, now);
            const after = runToEnd(reducer.reduce(now, { effort: 'quick' }));
            assert.ok(after.palette.length / 4 <= now.k);
            if (kind === 'merge' || kind === 'remove') {
              const hexes = paletteEntries({ rgba: after.palette, shares: [...after.shares] }, now);
              for (const { hex } of before)
                assert.ok(
                  hexes.some((each) => each.hex === hex),
                  hex,
                );
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
