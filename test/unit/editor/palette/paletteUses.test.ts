import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { paletteUses } from '../../../../src/editor/palette/paletteUses';
import { colorOfHex } from '../../../../src/engine/hexColor';
import { DEFAULT_OPTIONS } from '../../../../src/engine/options';
import { recolorPalette } from '../../../../src/engine/recolor';
import { reduceOptionsSchema } from '../../../../src/shared/options';
import * as v from 'valibot';

const FOUND = ['#000000', '#ffffff', '#cc2020'];
const options = { ...DEFAULT_OPTIONS, k: 3 };

function swaps(found: readonly string[], wanted: readonly string[], use: 'order' | 'luminance' | 'nearest') {
  const recolored = paletteUses(options, found, wanted)[use]?.recolored;
  return recolored && Object.fromEntries(recolored.map(({ from, to }) => [from, to]));
}

describe('a palette that is brought along', () => {
  it('is all there is when it is used exactly', () => {
    const uses = paletteUses({ ...options, locked: ['#123456'] }, FOUND, ['#0000ff', '#ff0000', '#0000ff']);
    assert.deepEqual(uses.exact, { ...options, locked: ['#0000ff', '#ff0000'], k: 2, recolored: [] });
  });

  it('leaves room for others when it is preferred, beside what is locked already', () => {
    const before = { ...options, k: 4, locked: ['#123456', '#654321'] };
    const uses = paletteUses(before, FOUND, ['#0000ff', '#ff0000', '#00ff00']);
    assert.equal(uses.prefer?.k, 5);
    assert.deepEqual(uses.prefer?.locked, ['#123456', '#654321', '#0000ff', '#ff0000', '#00ff00']);
  });

  it('is not offered as preferred where no other color could come', () => {
    assert.equal(paletteUses(options, FOUND, ['#0000ff', '#ff0000', '#00ff00']).prefer, undefined);
  });

  it('of a single color can be preferred, not be all', () => {
    assert.deepEqual(Object.keys(paletteUses(options, FOUND, ['#0000ff'])), ['prefer']);
  });

  it('recolors only as many colors as it has', () => {
    const uses = paletteUses(options, FOUND, ['#0000ff', '#ff0000']);
    assert.deepEqual(Object.keys(uses), ['exact', 'prefer']);
  });

  it('recolors in order', () => {
    assert.deepEqual(swaps(FOUND, ['#111111', '#222222', '#333333'], 'order'), {
      '#000000': '#111111',
      '#ffffff': '#222222',
      '#cc2020': '#333333',
    });
  });

  it('recolors dark to dark and light to light', () => {
    assert.deepEqual(swaps(FOUND, ['#f0f0f0', '#101040', '#60a060'], 'luminance'), {
      '#000000': '#101040',
      '#ffffff': '#f0f0f0',
      '#cc2020': '#60a060',
    });
  });

  it('recolors each to the nearest that is left, and what is the same not at all', () => {
    assert.deepEqual(swaps(FOUND, ['#ffffff', '#dd3030', '#101010'], 'nearest'), {
      '#000000': '#101010',
      '#cc2020': '#dd3030',
    });
  });

  it('gives options that hold, with each color of it written once (property)', () => {
    const hex = fc
      .tuple(fc.integer({ min: 0, max: 0xffffff }), fc.constantFrom('', '80'))
      .map(([rgb, alpha]) => `#${rgb.toString(16).padStart(6, '0')}${alpha}`);
    const pairs = fc
      .integer({ min: 2, max: 24 })
      .chain((n) =>
        fc.tuple(
          fc.uniqueArray(hex, { minLength: n, maxLength: n }),
          fc.uniqueArray(hex, { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(pairs, fc.constantFrom('order', 'luminance', 'nearest'), ([found, wanted], use) => {
        const after = paletteUses(options, found, wanted)[use];
        assert.ok(after && v.is(reduceOptionsSchema, after));
        const bytes = Uint8Array.from(found.flatMap((each) => colorOfHex(each)));
        const { palette } = recolorPalette(bytes, after.recolored);
        const written = (rgba: ArrayLike<number>) =>
          Array.from({ length: rgba.length / 4 }, (_, i) =>
            Array.from(rgba)
              .slice(4 * i, 4 * i + 4)
              .join(),
          );
        assert.deepEqual(written(palette).sort(), wanted.map((each) => colorOfHex(each).join()).sort());
      }),
    );
  });
});
