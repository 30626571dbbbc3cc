import assert from 'node:assert/strict';
import { differenceCiede2000, lab65 } from 'culori';
import fc from 'fast-check';
import { ssim as ssimOfLibrary } from 'ssim.js';
import { ciede2000, rgbToCielab } from '../../../src/engine/ciede2000';
import type { IndexedPixels, Pixels } from '../../../src/engine/pixels';
import { measureDetailedQuality } from '../../../src/engine/qualityDetailed';
import { lumaOf, ssim, type LumaPicture } from '../../../src/engine/ssim';
import { runToEnd } from '../../../src/engine/steps';
import { noisyPicture } from './pictures';

const byte = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(byte, byte, byte);
const differenceOfLibrary = differenceCiede2000();

function culoriColor([r, g, b]: readonly number[]) {
  return { mode: 'rgb', r: r! / 255, g: g! / 255, b: b! / 255 } as const;
}

function difference(one: readonly number[], two: readonly number[]): number {
  const [a, b] = [new Float64Array(3), new Float64Array(3)];
  rgbToCielab(one[0]!, one[1]!, one[2]!, a);
  rgbToCielab(two[0]!, two[1]!, two[2]!, b);
  return ciede2000(a, 0, b, 0);
}

/** The palette's colors as they come, pixel by pixel. */
function reducedTo(palette: readonly number[], { width, height }: Pixels): IndexedPixels {
  const indices = Uint8Array.from(
    { length: width * height },
    (_, i) => (i + (i >> 3)) % (palette.length / 4),
  );
  return { width, height, palette: Uint8Array.from(palette), indices };
}

const PALETTE = [12, 30, 60, 255, 200, 90, 30, 255, 128, 128, 128, 255, 240, 230, 210, 255];

describe('CIEDE2000', () => {
  it("is culori's, for any two colors", () => {
    fc.assert(
      fc.property(color, color, (one, two) => {
        const expected = differenceOfLibrary(lab65(culoriColor(one)), lab65(culoriColor(two)));
        assert.ok(Math.abs(difference(one, two) - expected) < 1e-4, `${difference(one, two)} ${expected}`);
      }),
      { numRuns: 3000 },
    );
  });

  it("is culori's for grays and near grays, where hues turn around", () => {
    const nearGray = fc.tuple(byte, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }));
    const around = nearGray.map(([gray, r, b]) => [clamped(gray + r), gray, clamped(gray + b)]);
    fc.assert(
      fc.property(around, around, (one, two) => {
        const expected = differenceOfLibrary(lab65(culoriColor(one)), lab65(culoriColor(two)));
        assert.ok(Math.abs(difference(one, two) - expected) < 1e-4, `${difference(one, two)} ${expected}`);
      }),
      { numRuns: 2000 },
    );
  });

  it("is that of the paper's table", () => {
    const cases = [
      [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425],
      [50, 0, 0, 50, -1, 2, 2.3669],
      [50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195],
      [50, 2.5, 0, 61, -5, 29, 22.8977],
      [22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373],
      [2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082],
    ];
    for (const [l1, a1, b1, l2, a2, b2, expected] of cases) {
      const both = Float64Array.of(l1!, a1!, b1!, l2!, a2!, b2!);
      assert.ok(Math.abs(ciede2000(both, 0, both, 3) - expected!) < 1e-4);
    }
  });
});

describe('SSIM', () => {
  it("is ssim.js's, pixel by pixel and with the paper's window", () => {
    const noisy = noisyPicture({ seed: 5, width: 70, height: 45 });
    for (const amount of [0, 1, 10, 60]) {
      // Both take grays, so that neither's rounding to gray matters.
      const [gray, other] = [grayPicture(noisy), grayPicture(noisy, amount)];
      const expected = ssimOfLibrary(imageDataOf(gray), imageDataOf(other), {
        ssim: 'original',
        downsample: false,
        rgb2grayVersion: 'integer',
      }).mssim;
      const mine = runToEnd(ssim(lumaPicture(gray), lumaPicture(other)));
      assert.ok(Math.abs(mine - expected) < 1e-9, `${mine} and ${expected}`);
    }
  });

  it('is defined for pictures smaller than its window', () => {
    const dot = { width: 3, height: 2, rgba: new Uint8Array(24).fill(255) };
    const same = runToEnd(ssim(lumaPicture(dot), lumaPicture(dot)));
    assert.ok(Math.abs(same - 1) < 1e-9, `${same}`);
  });
});

describe('Detailed quality figures', () => {
  it('are the mean over all pixels', () => {
    const picture = noisyPicture({ seed: 6, width: 40, height: 30 });
    const reduced = reducedTo(PALETTE, picture);
    const quality = runToEnd(measureDetailedQuality(picture, reduced));
    const differences = [...reduced.indices].map((index, i) =>
      difference([...picture.rgba.subarray(4 * i, 4 * i + 3)], PALETTE.slice(4 * index, 4 * index + 3)),
    );
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
    const p95 = differences.sort((a, b) => a - b)[Math.ceil(0.95 * differences.length) - 1]!;
    assert.ok(Math.abs(quality.meanCiede2000 - mean) < 1e-9);
    assert.ok(Math.abs(quality.p95Ciede2000 - p95) <= 0.005 + 1e-9);
    const luma = {
      ...picture,
      row: (y: number, out: Float64Array) => out.set(out.map((_, x) => lumaAt(reduced, y * 40 + x))),
    };
    assert.ok(Math.abs(quality.ssim - runToEnd(ssim(lumaPicture(picture), luma))) < 1e-12);
  });

  it('see the same picture as the same, whatever color hides under transparency', () => {
    const palette = [0, 0, 0, 0, 40, 90, 200, 255, 40, 90, 200, 128];
    const size = { width: 16, height: 16, rgba: new Uint8Array(1024) };
    const reduced = reducedTo(palette, size);
    reduced.indices.forEach((index, i) => size.rgba.set(palette.slice(4 * index, 4 * index + 4), 4 * i));
    for (let at = 0; at < 1024; at += 4) if (size.rgba[at + 3] === 0) size.rgba[at] = at % 251;
    const quality = runToEnd(measureDetailedQuality(size, reduced));
    assert.equal(quality.mse, 0);
    assert.equal(quality.meanDeltaE, 0);
    assert.equal(quality.meanCiede2000, 0);
    assert.equal(quality.p95Ciede2000, 0);
    assert.ok(Math.abs(quality.ssim - 1) < 1e-12);
  });

  it('see a translucent color as the mean over black and over white', () => {
    const white = { width: 12, height: 12, rgba: new Uint8Array(576).fill(255) };
    const reduced = { ...white, palette: Uint8Array.of(255, 255, 255, 51), indices: new Uint8Array(144) };
    const quality = runToEnd(measureDetailedQuality(white, reduced));
    const overBlack = difference([255, 255, 255], [51, 51, 51]); // over white the two are the same
    assert.ok(Math.abs(quality.meanCiede2000 - overBlack / 2) < 1e-9);
    assert.ok(quality.ssim > 0.5 && quality.ssim < 0.9, `${quality.ssim}`);
  });
});

function clamped(value: number): number {
  return Math.min(255, Math.max(0, value));
}

/** The picture's green as gray; every third pixel `amount` darker. */
function grayPicture({ width, height, rgba }: Pixels, amount = 0): Pixels {
  const gray = new Uint8Array(rgba.length).fill(255);
  for (let at = 0; at < rgba.length; at += 4) {
    gray.fill(clamped(rgba[at + 1]! - (at % 3 === 0 ? amount : 0)), at, at + 3);
  }
  return { width, height, rgba: gray };
}

function imageDataOf({ width, height, rgba }: Pixels) {
  return { width, height, data: new Uint8ClampedArray(rgba) };
}

function lumaPicture({ width, height, rgba }: Pixels): LumaPicture {
  const row = (y: number, luma: Float64Array) => {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      luma[x] = lumaOf(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!);
    }
  };
  return { width, height, row };
}

function lumaAt({ palette, indices }: IndexedPixels, pixel: number): number {
  const at = 4 * indices[pixel]!;
  return lumaOf(palette[at]!, palette[at + 1]!, palette[at + 2]!);
}
