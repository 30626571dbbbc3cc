import assert from 'node:assert/strict';
import {
  colorDifference,
  paintDifference,
  pointsOfPixels,
} from '../../../../src/webview/picture/differenceMap';
import { HEAT_MAX, heatColor } from '../../../../src/webview/picture/heatColors';
import { rgbToOklab } from '../../../../src/engine/oklab';

const pixels = (...colors: number[][]) => Uint8ClampedArray.from(colors.flat());

function heatOf(original: Uint8ClampedArray, reduced: Uint8ClampedArray): number[][] {
  const heat = new Uint8ClampedArray(original.length);
  paintDifference(pointsOfPixels(original), reduced, heat);
  return Array.from({ length: heat.length / 4 }, (_, i) => [...heat.subarray(4 * i, 4 * i + 4)]);
}

describe('heat colors', () => {
  it('get lighter all the way, so that they are told apart without hues', () => {
    const lab = new Float64Array(3);
    let before = -1;
    for (let step = 0; step <= 32; step++) {
      const [r, g, b] = heatColor(step / 32);
      rgbToOklab(r, g, b, lab);
      assert.ok(lab[0]! > before, `step ${step}`);
      before = lab[0]!;
    }
  });

  it('end at the last one', () => {
    assert.deepEqual(heatColor(7), heatColor(1));
  });
});

describe('the difference map', () => {
  const gray = [128, 128, 128, 255];

  it('has the first color where nothing changed and the last where much did', () => {
    const [same, far] = heatOf(pixels(gray, gray), pixels(gray, [255, 0, 0, 255]));
    assert.deepEqual(same, [...heatColor(0), 255]);
    assert.deepEqual(far, [...heatColor(1), 255]);
  });

  it('has the color of the distance that is read', () => {
    const near = [133, 126, 131, 255];
    const distance = colorDifference(gray, near);
    assert.ok(distance > 0.5 && distance < HEAT_MAX);
    const [heat] = heatOf(pixels(gray), pixels(near));
    const expected = heatColor(distance / HEAT_MAX);
    expected.forEach((channel, i) => assert.ok(Math.abs(channel - heat![i]!) <= 2));
  });

  it('finds fully transparent pixels alike, whatever color they hide, and black unlike them', () => {
    const [same, other] = heatOf(pixels([9, 8, 7, 0], [0, 0, 0, 255]), pixels([0, 0, 0, 0], [0, 0, 0, 0]));
    assert.deepEqual(same, [...heatColor(0), 255]);
    assert.deepEqual(other, [...heatColor(1), 255]);
  });

  it('keeps colors apart whose hashes collide', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [i & 255, (i >> 8) & 255, (i * 7) & 255, 255]);
    const all = pixels(...many);
    for (const heat of heatOf(all, all)) assert.deepEqual(heat, [...heatColor(0), 255]);
  });
});
