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

  it('give the distance that 95 of 100 pixels do not exceed', () => {
    // 100 grays, each one level further from the palette's black; OKLab lightness rises with them.
    const picture = pictureOf(Array.from({ length: 100 }, (_, gray) => [gray, gray, gray, 255]));
    const black = {
      width: 100,
      height: 1,
      palette: Uint8Array.of(0, 0, 0, 255),
      indices: new Uint8Array(100),
    };
    const lab = new Float64Array(3);
    rgbToOklab(94, 94, 94, lab);
    const { p95DeltaE } = runToEnd(measureQuality(picture, black));
    assert.ok(Math.abs(p95DeltaE - lab[0]!) <= 0.5e-4, `${p95DeltaE} and ${lab[0]!}`);
  });

  it('count the palette colors that pixels have, not those of the palette', () => {
    const picture = noisyPicture({ seed: 2, width: 10, height: 10 });
    const indices = Uint8Array.from({ length: 100 }, (_, i) => 3 + (i % 2));
    const { colorsUsed } = runToEnd(
      measureQuality(picture, { ...picture, palette: new Uint8Array(40), indices }),
    );
    assert.equal(colorsUsed, 2);
  });

  it('refuse pictures of different sizes', () => {
    const picture = noisyPicture({ seed: 3, width: 4, height: 4 });
    const other = { width: 4, height: 3, palette: new Uint8Array(4), indices: new Uint8Array(12) };
    assert.throws(() => runToEnd(measureQuality(picture, other)), /16 pixels can't be compared with 12/);
  });

  it('see no difference between fully transparent pixels', () => {
    const picture = pictureOf([
      [255, 0, 0, 0],
      [0, 255, 0, 0],
    ]);
    const reduced = { width: 2, height: 1, palette: new Uint8Array(4), indices: new Uint8Array(2) };
    assert.deepEqual(runToEnd(measureQuality(picture, reduced)), {
      mse: 0,
      psnr: Infinity,
      meanDeltaE: 0,
      p95DeltaE: 0,
      colorsUsed: 1,
    });
  });

  it('see a translucent pixel as the mean over black and over white', () => {
    // White at half opacity against black at half: over either background they differ by 127.5 or so.
    const picture = pictureOf([[255, 255, 255, 51]]);
    const reduced = { width: 1, height: 1, palette: Uint8Array.of(0, 0, 0, 0), indices: new Uint8Array(1) };
    const { mse } = runToEnd(measureQuality(picture, reduced));
    assert.ok(Math.abs(mse - 51 ** 2 / 2) < 1e-9, `${mse}`); // over black 51, over white 0
  });

  it('are those of the pictures composited over black and over white, halved', () => {
    const picture = noisyPicture({ seed: 4, width: 30, height: 20, alpha: 'mixed' });
    const palette = Uint8Array.from([0, 0, 0, 0, 200, 90, 30, 255, 20, 140, 210, 128, 90, 90, 90, 250]);
    const indices = Uint8Array.from({ length: 600 }, (_, i) => (7 * i) % 4);
    const quality = runToEnd(measureQuality(picture, { ...picture, palette, indices }));
    let squared = 0;
    let deltaE = 0;
    for (let i = 0; i < indices.length; i++) {
      const at = 4 * indices[i]!;
      for (const background of [0, 255]) {
        const mine = composited(picture.rgba.subarray(4 * i, 4 * i + 4), background);
        const other = composited(palette.subarray(at, at + 4), background);
        mine.forEach((channel, c) => (squared += (channel - other[c]!) ** 2 / 2));
        deltaE += oklabDistance(mine, other) / 2;
      }
    }
    assert.ok(Math.abs(quality.mse - squared / 1800) < 1e-9);
    assert.ok(Math.abs(quality.meanDeltaE - deltaE / 600) < 1e-9);
  });
});

function composited(rgba: Uint8Array, background: number): number[] {
  const opacity = rgba[3]! / 255;
  return [0, 1, 2].map((c) => rgba[c]! * opacity + background * (1 - opacity));
}

function oklabDistance(one: readonly number[], two: readonly number[]): number {
  const [a, b] = [new Float64Array(3), new Float64Array(3)];
  rgbToOklab(one[0]!, one[1]!, one[2]!, a);
  rgbToOklab(two[0]!, two[1]!, two[2]!, b);
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
}
