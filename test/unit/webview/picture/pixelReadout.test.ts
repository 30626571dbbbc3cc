import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../../src/engine/options';
import { readPixel } from '../../../../src/webview/picture/pixelReadout';
import type { Reduced } from '../../../../src/webview/state';

const reduced: Reduced = {
  kind: 'quick',
  options: DEFAULT_OPTIONS,
  palette: { rgba: Uint8Array.of(0, 0, 0, 0, 58, 123, 213, 255), shares: [0.5, 0.5] },
  byteLength: 100,
  isLossless: false,
};
const AT = { x: 3, y: 4 };

describe('a pixel readout', () => {
  it('tells color, palette entry and difference', () => {
    const {
      original,
      reduced: entry,
      difference,
    } = readPixel(
      AT,
      Uint8ClampedArray.of(60, 120, 210, 255),
      reduced,
      Uint8ClampedArray.of(58, 123, 213, 255),
    );
    assert.deepEqual(original, { hex: '#3c78d2', alpha: 1 });
    assert.deepEqual(entry, { hex: '#3a7bd5', alpha: 1, index: 1 });
    assert.ok(difference! > 0.1 && difference! < 3, `${difference}`);
  });

  it('takes the index of a quick picture as it is', () => {
    assert.equal(readPixel(AT, Uint8ClampedArray.of(60, 120, 210, 255), reduced, 1).reduced?.hex, '#3a7bd5');
  });

  it('reads what is fully transparent as one color, with its opacity', () => {
    const {
      original,
      reduced: entry,
      difference,
    } = readPixel(AT, Uint8ClampedArray.of(9, 9, 9, 0), reduced, 0);
    assert.deepEqual(original, { hex: '#00000000', alpha: 0 });
    assert.deepEqual(entry, { hex: '#00000000', alpha: 0, index: 0 });
    assert.equal(difference, 0);
  });

  it('tells what it can without a reduced picture, and without an original', () => {
    const before = readPixel(AT, Uint8ClampedArray.of(1, 2, 3, 255), undefined, undefined);
    assert.deepEqual(before, {
      at: AT,
      original: { hex: '#010203', alpha: 1 },
      reduced: undefined,
      difference: undefined,
    });
    const alone = readPixel(AT, undefined, reduced, Uint8ClampedArray.of(58, 123, 213, 255));
    assert.equal(alone.reduced?.index, 1);
    assert.equal(alone.difference, undefined);
  });
});
