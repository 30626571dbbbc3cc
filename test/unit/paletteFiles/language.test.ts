import assert from 'node:assert/strict';
import { PALETTE_FORMATS } from '../../../src/paletteFiles/formats';
import { readPalette } from '../../../src/paletteFiles/readPalette';
import { applyLocalization, ENGLISH } from '../../../src/shared/localization';
import { readBundle } from '../localization/bundles';

describe('the language of palette files', () => {
  beforeEach(() =>
    applyLocalization({ language: 'zh-cn', bundle: readBundle('l10n', 'bundle.l10n.zh-cn.json') }),
  );
  afterEach(() => applyLocalization(ENGLISH));

  it('is that of the formats’ names, though they were loaded before it was known', () => {
    const labels = PALETTE_FORMATS.map(({ label }) => label);
    assert.ok(labels.includes('PNG 色条（8×）'));
    assert.deepEqual(
      labels.filter((label) => !/\p{Script=Han}/u.test(label)),
      ['JSON', 'CSV'],
    );
  });

  it('is that of a whole sentence, also where a clause says what is damaged', () => {
    const bytes = new TextEncoder().encode('JASC-PAL\n0100\n3\n1 2 3\n');
    assert.throws(() => readPalette(bytes, 'a.pal'), {
      message: '“a.pal”已损坏：它声称有 3 种颜色，但只有 1 种。请重新获取该文件，或重新导出。',
    });
  });

  it('goes back to English', () => {
    applyLocalization(ENGLISH);
    assert.equal(PALETTE_FORMATS[0]?.label, 'CSS custom properties');
    const bytes = new TextEncoder().encode('JASC-PAL\n0100\n1\n');
    assert.throws(() => readPalette(bytes, 'a.pal'), {
      message:
        '“a.pal” is damaged: it says it holds one color and has none. Get a fresh copy of it, or export it again.',
    });
  });
});
