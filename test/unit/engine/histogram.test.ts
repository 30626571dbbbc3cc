import assert from 'node:assert/strict';
import {
  buildCellHistogram,
  buildExactHistogram,
  buildHistogram,
  buildSampledHistogram,
  EXACT_COLORS,
} from '../../../src/engine/histogram';
import { runToEnd } from '../../../src/engine/steps';
import { distinctColors, noisyPicture, pictureOf } from './pictures';

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);

describe('The histogram', () => {
  it('keeps every color of a picture with few, with its pixels', () => {
    const picture = pictureOf([
      [10, 20, 30, 255],
      [10, 20, 30, 255],
      [200, 0, 0, 255],
      [200, 0, 0, 40],
    ]);
    const histogram = runToEnd(buildHistogram(picture, 6));
    assert.ok(histogram.isExact);
    assert.ok(histogram.hasAlpha);
    const entries = [...histogram.weights].map((weight, i) => [
      ...histogram.rgba.subarray(4 * i, 4 * i + 4),
      weight,
    ]);
    assert.deepEqual(
      entries.sort((a, b) => a[0]! - b[0]! || a[3]! - b[3]!),
      [
        [10, 20, 30, 255, 2],
        [200, 0, 0, 40, 1],
        [200, 0, 0, 255, 1],
      ],
    );
  });

  it('counts fully transparent pixels apart, whatever color hides in them', () => {
    const histogram = runToEnd(
      buildHistogram(
        pictureOf([
          [1, 2, 3, 0],
          [9, 9, 9, 0],
          [5, 5, 5, 255],
        ]),
        6,
      ),
    );
    assert.equal(histogram.transparentPixels, 2);
    assert.equal(histogram.size, 1);
  });

  for (const bits of [6, 7] as const) {
    for (const alpha of ['opaque', 'mixed'] as const) {
      it(`accounts for every pixel and for the mean color, ${bits} bits, ${alpha}`, () => {
        const picture = noisyPicture({ seed: 3, width: 300, height: 200, alpha });
        assert.ok(distinctColors(picture.rgba).size > EXACT_COLORS, 'the picture has enough colors');
        const histogram = runToEnd(buildHistogram(picture, bits));
        assert.ok(!histogram.isExact);
        assert.equal(sum(histogram.weights) + histogram.transparentPixels, 300 * 200);
        for (let channel = 0; channel < 3; channel++) {
          let ofPixels = 0;
          for (let at = 0; at < picture.rgba.length; at += 4) {
            ofPixels += picture.rgba[at + channel]! * picture.rgba[at + 3]!;
          }
          const ofEntries = sum(
            histogram.weights.map(
              (w, i) => w * histogram.rgba[4 * i + channel]! * histogram.rgba[4 * i + 3]!,
            ),
          );
          assert.ok(Math.abs(ofEntries / ofPixels - 1) < 1e-9);
        }
      });
    }
  }

  it('loses nothing of a cell that thousands of pixels fall into', () => {
    const noise = noisyPicture({ seed: 4, width: 300, height: 100 });
    const rgba = new Uint8Array(4 * (30_000 + 12_345));
    rgba.set(noise.rgba);
    for (let at = 4 * 30_000; at < rgba.length; at += 4) rgba.set([103, 51, 7, 255], at);
    const histogram = runToEnd(buildHistogram({ width: rgba.length / 4, height: 1, rgba }, 6));
    assert.ok(!histogram.isExact);
    assert.equal(sum(histogram.weights), 30_000 + 12_345);
    const fullest = histogram.weights.indexOf(Math.max(...histogram.weights));
    assert.ok(histogram.weights[fullest]! >= 12_345);
    [103, 51, 7].forEach((channel, c) => {
      assert.ok(Math.abs(histogram.rgba[4 * fullest + c]! - channel) < 0.01);
    });
  });

  it('keeps all colors of a picture with many, when asked for exactly', () => {
    const picture = noisyPicture({ seed: 5, width: 300, height: 200 });
    assert.equal(runToEnd(buildExactHistogram(picture)).size, distinctColors(picture.rgba).size);
  });

  for (const [width, height] of [
    [4096, 24],
    [100, 1500],
    [1, 100_000],
  ] as const) {
    it(`of a part of ${width} × ${height} pixels stands for all of them`, () => {
      const picture = noisyPicture({ seed: 6, width, height });
      const sampled = runToEnd(buildSampledHistogram(picture, 6, 3))!;
      const whole = runToEnd(buildCellHistogram(picture, 6));
      assert.ok(Math.abs(sum(sampled.weights) - width * height) < 1e-6);
      for (let channel = 0; channel < 3; channel++) {
        const [a, b] = [sampled, whole].map(
          ({ weights, rgba }) => sum(weights.map((w, i) => w * rgba[4 * i + channel]!)) / (width * height),
        );
        assert.ok(Math.abs(a! - b!) < 3, `channel ${channel}: ${a} and ${b}`);
      }
    });
  }

  it('takes no part of a single row', () => {
    const picture = noisyPicture({ seed: 8, width: 10_000, height: 1 });
    assert.equal(runToEnd(buildSampledHistogram(picture, 6, 2)), undefined);
  });

  it('takes no part where any pixel is translucent, in whichever row', () => {
    for (const row of [0, 41, 60, 99]) {
      const picture = noisyPicture({ seed: 7, width: 100, height: 100 });
      assert.ok(runToEnd(buildSampledHistogram(picture, 6, 2)));
      picture.rgba[4 * (100 * row + 50) + 3] = 254;
      assert.equal(runToEnd(buildSampledHistogram(picture, 6, 2)), undefined, `row ${row}`);
    }
  });
});
