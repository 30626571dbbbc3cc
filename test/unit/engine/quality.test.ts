import assert from 'node:assert/strict';
import { rgbToOklab } from '../../../src/engine/oklab';
import { measureQuality } from '../../../src/engine/quality';
import { runToEnd } from '../../../src/engine/steps';
import { noisyPicture, pictureOf } from './pictures';

describe('Quality figures', () => {
  it('are those of the definitions', () => {
    const picture = noisyPicture({ seed: 1, width: 40, height: 30 });
    const palette = Uint8Array.from([0, 0, 0, 255, 200, 90, 30, 255, 128, 128, 128, 255]);
    const indices = Uint8Array.from({ length: 40 * 30 }, (_, i) => i % 3);
    const quality = runToEnd(measureQuality(picture, { ...picture, palette, indices }));
    let squared = 0;
    let deltaE = 0;
    const [a, b] = [new Float64Array(3), new Float64Array(3)];
    for (let i = 0; i < indices.length; i++) {
      const [mine, other] = [
        picture.rgba.slice(4 * i, 4 * i + 3),
        palette.slice(4 * indices[i]!, 4 * indices[i]! + 3),
      ];
      mine.forEach((channel, c) => (squared += (channel - other[c]!) ** 2));
      rgbToOklab(mine[0]!, mine[1]!, mine[2]!, a);
      rgbToOklab(other[0]!, other[1]!, other[2]!, b);
      deltaE += Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
    }
    const mse = squared / (3 * indices.length);
    assert.ok(Math.abs(quality.mse - mse) < 1e-9);
    assert.ok(Math.abs(quality.psnr - 10 * Math.log10(65025 / mse)) < 1e-9);
    assert.ok(Math.abs(quality.meanDeltaE - deltaE / indices.length) < 1e-9);
  });

  it('see no difference between fully transparent pixels', () => {
    const picture = pictureOf([
      [255, 0, 0, 0],
      [0, 255, 0, 0],
    ]);
    const reduced = { width: 2, height: 1, palette: new Uint8Array(4), indices: new Uint8Array(2) };
    assert.deepEqual(runToEnd(measureQuality(picture, reduced)), { mse: 0, psnr: Infinity, meanDeltaE: 0 });
  });

  it('see a translucent pixel as the mean over black and over white', () => {
    // White at half opacity against black at half: over either background they differ by 127.5 or so.
    const picture = pictureOf([[255, 255, 255, 51]]);
    const reduced = { width: 1, height: 1, palette: Uint8Array.of(0, 0, 0, 0), indices: new Uint8Array(1) };
    const { mse } = runToEnd(measureQuality(picture, reduced));
    assert.ok(Math.abs(mse - 51 ** 2 / 2) < 1e-9, `${mse}`); // over black 51, over white 0
  });
});
