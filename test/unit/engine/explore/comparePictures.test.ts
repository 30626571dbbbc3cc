import assert from 'node:assert/strict';
import { comparePictures } from '../../../../src/engine/explore/comparePictures';
import type { IndexedPixels, Pixels } from '../../../../src/engine/pixels';
import { measureDetailedQuality } from '../../../../src/engine/qualityDetailed';
import { runToEnd } from '../../../../src/engine/steps';
import { noisyPicture } from '../pictures';

function pixelsOf({ width, height, indices, palette }: IndexedPixels): Pixels {
  const rgba = new Uint8Array(4 * width * height);
  indices.forEach((index, i) => rgba.set(palette.subarray(4 * index, 4 * index + 4), 4 * i));
  return { width, height, rgba };
}

describe('The comparison of two pictures', () => {
  for (const [what, alpha] of [
    ['opaque', 255],
    ['translucent', 100],
  ] as const) {
    it(`has the figures that a reduced picture has, for ${what} ones`, () => {
      const original = noisyPicture({ seed: 5, width: 60, height: 40 });
      for (let at = 3; at < original.rgba.length; at += 4) original.rgba[at] = alpha;
      const palette = Uint8Array.from([
        ...[12, 30, 60, alpha],
        ...[200, 90, 30, alpha],
        ...[128, 128, 128, alpha],
      ]);
      const indices = Uint8Array.from({ length: 60 * 40 }, (_, i) => (i + (i >> 3)) % 3);
      const reduced = { width: 60, height: 40, palette, indices };
      const expected = runToEnd(measureDetailedQuality(original, reduced));
      const figures = runToEnd(comparePictures(original, pixelsOf(reduced)));
      // Composited colors are rounded here.
      const tolerance = alpha === 255 ? 1e-9 : 0.02;
      for (const figure of ['mse', 'psnr', 'ssim', 'meanCiede2000'] as const) {
        const error = Math.abs(figures[figure] / expected[figure] - 1);
        assert.ok(error <= tolerance, `${figure}: ${figures[figure]} and ${expected[figure]}`);
      }
    });
  }

  it('is perfect for the same picture, whatever its transparency', () => {
    const picture = noisyPicture({ seed: 6, alpha: 'mixed' });
    const { mse, psnr, ssim, meanCiede2000 } = runToEnd(comparePictures(picture, picture));
    assert.deepEqual([mse, psnr, meanCiede2000], [0, Infinity, 0]);
    assert.ok(Math.abs(ssim - 1) < 1e-12);
  });

  it('refuses pictures of different sizes', () => {
    const [one, other] = [4, 5].map((width) => noisyPicture({ seed: 7, width, height: 3 }));
    assert.throws(() => runToEnd(comparePictures(one!, other!)), /12 pixels can't be compared with 15/);
  });
});
