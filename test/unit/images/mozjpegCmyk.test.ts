import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { askingForCmyk, cmykToRgba } from '../../../src/images/mozjpegCmyk';

const decoder = (): Uint8Array =>
  new Uint8Array(readFileSync('node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));

describe('the decoder for CMYK', () => {
  it('is the one for RGB with one number changed', () => {
    const before = decoder();
    const after = askingForCmyk(before);
    const changed = [...before.keys()].filter((at) => before[at] !== after[at]);
    assert.equal(changed.length, 1);
    assert.deepEqual([before[changed[0]!], after[changed[0]!]], [12, 4]); // JCS_EXT_RGBA, JCS_CMYK
  });

  it('is not made of another module than the one that is known', () => {
    const other = decoder();
    const known = askingForCmyk(other);
    const [place] = [...other.keys()].filter((at) => other[at] !== known[at]);
    other[place! + 1] = 0;
    assert.throws(() => askingForCmyk(other), /in 0 places/);
    assert.throws(() => askingForCmyk(Buffer.concat([decoder(), decoder()])), /in 2 places/);
  });
});

describe('CMYK samples', () => {
  it('become the light that passes color and black, cut off to whole levels', () => {
    for (let black = 0; black < 256; black++) {
      const samples = Uint8Array.from({ length: 4 * 256 }, (_, i) =>
        i % 4 === 3 ? black : (i >> 2) ^ (i % 4),
      );
      const expected = samples.map((sample, i) => (i % 4 === 3 ? 255 : Math.floor((sample * black) / 255)));
      cmykToRgba(samples);
      assert.deepEqual(samples, expected);
    }
  });
});
