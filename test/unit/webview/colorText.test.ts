import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { colorHex, formatShare, parseHex, spokenShare } from '../../../src/webview/colorText';

describe('color text', () => {
  it('writes opaque colors with six digits and others with eight', () => {
    const rgba = Uint8Array.of(1, 2, 255, 255, 16, 32, 48, 0);
    assert.equal(colorHex(rgba, 0), '#0102ff');
    assert.equal(colorHex(rgba, 1), '#10203000');
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (rgba) => {
        const hex = colorHex(rgba, 0);
        assert.equal(parseHex(hex), rgba[3] === 0 ? '#00000000' : hex);
      }),
    );
  });

  it('reads short colors, without #, in any letter case', () => {
    assert.equal(parseHex('#AbC'), '#aabbcc');
    assert.equal(parseHex(' 3A7BD5 '), '#3a7bd5');
    assert.equal(parseHex('3a7bd5ff'), '#3a7bd5');
    assert.equal(parseHex('#1238'), '#11223388');
  });

  it('does not take anything else for a color', () => {
    for (const text of ['', '#', 'red', '#12', '#12345', '#1234567', '#12345g', '#123456789']) {
      assert.equal(parseHex(text), undefined, text);
    }
  });

  it('writes shares so that a rare color is not none', () => {
    assert.equal(formatShare(0.1236), '12.4 %');
    assert.equal(formatShare(0.0001), '<0.1 %');
    assert.equal(formatShare(0), '0.0 %');
    assert.equal(formatShare(1), '100 %');
  });

  it('speaks shares', () => {
    assert.equal(spokenShare(0.1236), '12.4 percent');
    assert.equal(spokenShare(0.0001), 'less than 0.1 percent');
    assert.equal(spokenShare(0), '0.0 percent');
  });
});
