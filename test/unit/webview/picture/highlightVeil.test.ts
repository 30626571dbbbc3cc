import assert from 'node:assert/strict';
import { nearestIndex, paintVeil, paletteWord } from '../../../../src/webview/picture/highlightVeil';

const RED = [200, 30, 30, 255];
const NAVY = [10, 10, 60, 255];
const GHOST = [90, 200, 90, 40];

function veilOver(palette: number[][], kept: number[], shown: number[][]): number[][] {
  const veil = new Uint8ClampedArray(4 * shown.length);
  paintVeil(Uint8ClampedArray.from(shown.flat()), Uint8Array.from(palette.flat()), kept, veil);
  return shown.map((_, i) => [...veil.subarray(4 * i, 4 * i + 4)]);
}

describe('the veil of a highlight', () => {
  it('leaves the pixels of the color clear and covers all others', () => {
    const [navy, red] = veilOver([RED, NAVY], [1], [NAVY, RED]);
    assert.equal(navy![3], 0);
    assert.ok(red![3]! > 128);
  });

  it('leaves the pixels of several colors clear', () => {
    const [navy, red, pink] = veilOver(
      [RED, NAVY, [240, 200, 200, 255]],
      [0, 1],
      [NAVY, RED, [240, 200, 200, 255]],
    );
    assert.deepEqual([navy![3], red![3]], [0, 0]);
    assert.ok(pink![3]! > 128);
  });

  it('is light around a dark color and dark around a light one', () => {
    assert.equal(veilOver([RED, NAVY], [1], [RED])[0]![0], 255);
    assert.equal(veilOver([RED, [240, 240, 200, 255]], [1], [RED])[0]![0], 0);
  });

  it('knows a translucent color that a canvas has rounded', () => {
    const [exact, rounded, other] = veilOver([RED, GHOST], [1], [GHOST, [89, 204, 89, 40], RED]);
    assert.equal(exact![3], 0);
    assert.equal(rounded![3], 0);
    assert.ok(other![3]! > 128);
  });
});

describe('the palette entry of a pixel', () => {
  it('is the color itself if the palette has it, or else the nearest', () => {
    const palette = Uint8Array.from([RED, NAVY, GHOST, [0, 0, 0, 0]].flat());
    for (let index = 0; index < 4; index++)
      assert.equal(nearestIndex(palette, paletteWord(palette, index)), index);
    assert.equal(nearestIndex(palette, ((40 << 24) | (92 << 16) | (197 << 8) | 92) >>> 0), 2);
  });
});
