import assert from 'node:assert/strict';
import {
  EXPORT_FORMATS,
  exportFormatOfId,
  extensionOf,
  groupOf,
  isTextFormat,
  losesTransparency,
} from '../../../../src/editor/palette/exportFormats';
import { isNaming, namingOf } from '../../../../src/editor/palette/namingOf';
import { shownPalette } from '../../../../src/editor/palette/shownPalette';
import { DEFAULT_OPTIONS } from '../../../../src/engine/options';

const RESULT = {
  palette: {
    rgba: Uint8Array.of(0, 0, 0, 0, 20, 20, 20, 255, 200, 30, 30, 255),
    shares: [0.2, 0.5, 0.3],
  },
  options: { ...DEFAULT_OPTIONS, locked: ['#c81e1e'] },
};

describe('the formats to export', () => {
  const palette = shownPalette(RESULT, 'mug.png', new Map());

  it('are all that can be written, each once, and the codebook', () => {
    const ids = EXPORT_FORMATS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.includes('codebook') && ids.includes('tokens') && ids.includes('png-32x'));
    assert.equal(exportFormatOfId('stylesheet'), undefined);
  });

  it('stand group by group', () => {
    const groups = EXPORT_FORMATS.map(groupOf);
    assert.deepEqual(
      groups.filter((group, i) => group !== groups[i - 1]),
      ['code', 'design', 'picture'],
    );
  });

  for (const format of EXPORT_FORMATS) {
    if (!('write' in format)) continue;
    it(`${format.id} is a text exactly when it says so`, () => {
      assert.equal(typeof format.write(palette, {}) === 'string', isTextFormat(format));
    });
  }

  it('have names of their own beside the source', () => {
    const extensions = EXPORT_FORMATS.map(extensionOf);
    assert.ok(!extensions.some((extension) => ['png', 'jpg', 'svg'].includes(extension)));
    assert.equal(extensionOf(exportFormatOfId('png-8x')!), 'palette-8x.png');
    assert.equal(extensionOf(exportFormatOfId('tokens')!), 'tokens.json');
  });

  it('say whether transparency is lost', () => {
    assert.equal(losesTransparency(exportFormatOfId('css')!, palette), false);
    assert.equal(losesTransparency(exportFormatOfId('ase')!, palette), true);
  });
});

describe('the palette that is exported', () => {
  it('stands in the order shown, with names, shares and locks', () => {
    const { name, colors, isNamed } = shownPalette(RESULT, 'a.b.png', new Map([['#141414', 'Ink']]));
    assert.equal(name, 'a.b');
    assert.equal(isNamed, false);
    assert.deepEqual(
      colors.map(({ index, share, isLocked }) => ({ index, share, isLocked })),
      [
        { index: 1, share: 0.5, isLocked: false },
        { index: 2, share: 0.3, isLocked: true },
        { index: 0, share: 0.2, isLocked: false },
      ],
    );
    assert.deepEqual([colors[0]?.name, colors[2]?.name], ['Ink', 'Transparent']);
    assert.ok(colors[1]?.name);
  });

  it('follows the order that the person chose', () => {
    const { colors } = shownPalette(RESULT, 'a.png', new Map(), { paletteOrder: 'file' });
    assert.deepEqual(
      colors.map(({ index }) => index),
      [0, 1, 2],
    );
  });

  it('knows which colors a recolored one was found as', () => {
    const lookup = { rgba: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255), places: [0, 0] };
    const palette = { rgba: Uint8Array.of(9, 9, 9, 255), shares: [1], lookup };
    const { colors } = shownPalette({ ...RESULT, palette }, 'a.png', new Map());
    assert.deepEqual(colors[0]?.sources, ['#010203', '#040506']);
  });
});

describe('naming by the settings', () => {
  const [css, gpl] = [exportFormatOfId('css')!, exportFormatOfId('gpl')!];

  it('numbers in code and has names elsewhere, automatically', () => {
    const settings = { prefix: 'brand', naming: 'automatic' };
    assert.equal(namingOf(css, settings, false).pattern, '${prefix}-${index}');
    assert.equal(namingOf(css, settings, true).pattern, undefined);
    assert.equal(namingOf(gpl, settings, false).pattern, undefined);
  });

  it('takes a word or a pattern', () => {
    assert.equal(namingOf(css, { prefix: 'a', naming: 'role' }, false).pattern, '${role}');
    assert.equal(namingOf(gpl, { prefix: 'a', naming: 'x${rank}' }, true).pattern, 'x${rank}');
    assert.deepEqual(['automatic', 'lightness', 'c-${hex}', 'plain', '', 'toString', 4].map(isNaming), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
