import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_OPTIONS, INITS, SPACES, type ReduceOptions } from '../../../src/engine/options';
import type { Pixels } from '../../../src/engine/pixels';
import { ImageReducer } from '../../../src/engine/reduce';
import { runToEnd } from '../../../src/engine/steps';
import { distinctColors, noisyPicture, pictureOf } from './pictures';

/** Improving as long as a test may take. */
const REST = { effort: 'rest', improveMs: 20 } as const;

function reduce(pixels: Pixels, options: Partial<ReduceOptions>) {
  return runToEnd(new ImageReducer(pixels).reduce({ ...DEFAULT_OPTIONS, ...options }, REST));
}

function painted({ picture }: ReturnType<typeof reduce>): Uint8Array {
  const rgba = new Uint8Array(4 * picture.indices.length);
  picture.indices.forEach((index, i) => rgba.set(picture.palette.subarray(4 * index, 4 * index + 4), 4 * i));
  return rgba;
}

describe('A reduced picture', () => {
  for (const space of SPACES) {
    for (const init of INITS) {
      for (const alpha of ['opaque', 'mixed'] as const) {
        it(`has exactly k different colors, all of them used (${space}, ${init}, ${alpha})`, () => {
          const picture = noisyPicture({ seed: 21, width: 40, height: 30, alpha });
          for (const k of [2, 3, 16, 255, 256, 600]) {
            const reduced = reduce(picture, { k, space, init });
            assert.equal(distinctColors(reduced.palette).size, k);
            assert.equal(distinctColors(painted(reduced)).size, k);
            assert.equal(reduced.isLossless, false);
          }
        });
      }
    }
  }

  it('has k colors also where many crowd into few cells of the histogram', () => {
    const rgba = new Uint8Array(4 * 256 * 256);
    for (let i = 0; i < 256 * 256; i++)
      rgba.set([100 + (i & 31), 100 + ((i >> 5) & 31), 100 + ((i >> 10) & 31), 255], 4 * i);
    const reduced = reduce({ width: 256, height: 256, rgba }, { k: 4096 });
    assert.equal(distinctColors(painted(reduced)).size, 4096);
  });

  it('is the same as the original when that has no more than k colors', () => {
    const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constantFrom(0, 1, 128, 255));
    fc.assert(
      fc.property(
        fc.array(color, { minLength: 1, maxLength: 16 }),
        fc.constantFrom(...SPACES),
        (colors, space) => {
          const picture = pictureOf([...colors, ...colors.slice(0, 3)]);
          const reduced = reduce(picture, { k: 16, space });
          assert.ok(reduced.isLossless);
          assert.equal(reduced.palette.length / 4, distinctColors(picture.rgba).size);
          const back = painted(reduced);
          for (let at = 0; at < back.length; at += 4) {
            if (picture.rgba[at + 3] === 0) assert.equal(back[at + 3], 0);
            else assert.deepEqual(back.slice(at, at + 4), picture.rgba.slice(at, at + 4));
          }
        },
      ),
    );
  });

  it('keeps fully transparent pixels transparent, and no others', () => {
    const picture = noisyPicture({ seed: 8, alpha: 'mixed' });
    for (const k of [2, 4, 16]) {
      const back = painted(reduce(picture, { k }));
      for (let at = 3; at < back.length; at += 4) {
        if (picture.rgba[at] === 0) assert.equal(back[at], 0);
        if (picture.rgba[at] === 255) assert.notEqual(back[at], 0);
      }
    }
  });

  it('does not depend on the colors hidden under alpha 0', () => {
    const picture = noisyPicture({ seed: 8, alpha: 'mixed' });
    const other = { ...picture, rgba: picture.rgba.slice() };
    for (let at = 0; at < other.rgba.length; at += 4)
      if (other.rgba[at + 3] === 0) other.rgba.fill(77, at, at + 3);
    assert.deepEqual(reduce(other, { k: 12 }).picture, reduce(picture, { k: 12 }).picture);
  });

  it('is the same for the same options, to the byte', () => {
    const picture = noisyPicture({ seed: 2 });
    for (const init of INITS) {
      assert.deepEqual(
        reduce(picture, { init, seed: 5 }).picture,
        reduce(picture, { init, seed: 5 }).picture,
      );
    }
  });

  it('has shares that are the pixels of each color', () => {
    const { shares, picture } = reduce(noisyPicture({ seed: 6 }), { k: 8 });
    for (let color = 0; color < 8; color++) {
      const pixels = picture.indices.filter((index) => index === color).length;
      assert.ok(Math.abs(shares[color]! - pixels / picture.indices.length) < 1e-12);
    }
  });

  it('takes a picture of one pixel, and of one color', () => {
    for (const colors of [[[1, 2, 3, 255]], Array(50).fill([9, 8, 7, 255]) as number[][]]) {
      const reduced = reduce(pictureOf(colors), { k: 2 });
      assert.ok(reduced.isLossless);
      assert.equal(reduced.palette.length, 4);
    }
  });

  it('has the locked colors to the byte, whatever k', () => {
    const picture = noisyPicture({ seed: 17, alpha: 'mixed' });
    const locked = ['#123456', '#ff000080', '#fedcba'];
    for (const space of SPACES) {
      for (const k of [3, 4, 16]) {
        const { palette } = reduce(picture, { k, locked, space });
        const colors = new Set(
          Array.from({ length: palette.length / 4 }, (_, i) => palette.slice(4 * i, 4 * i + 4).join()),
        );
        for (const color of ['18,52,86,255', '255,0,0,128', '254,220,186,255'])
          assert.ok(colors.has(color), color);
        assert.ok(colors.size <= k);
      }
    }
  });

  it('has only the locked colors when all are locked', () => {
    const { palette } = reduce(noisyPicture({ seed: 17 }), { k: 2, locked: ['#000000', '#ffffff'] });
    assert.deepEqual([...palette], [0, 0, 0, 255, 255, 255, 255, 255]);
  });

  it('refuses more locked colors than the palette holds', () => {
    assert.throws(
      () => reduce(noisyPicture({ seed: 1 }), { k: 2, locked: ['#000000', '#ffffff', '#ff0000'] }),
      RangeError,
    );
  });

  it('keeps a rare vivid color when asked to', () => {
    // Many grays and greens, and one red pixel in three hundred.
    const picture = noisyPicture({ seed: 3, width: 120, height: 100 });
    for (let i = 0; i < 120 * 100; i++) {
      const gray = picture.rgba[4 * i + 1]!;
      picture.rgba.set(
        i % 300 === 0 ? [230, 30 + (i % 7), 40, 255] : [gray / 2, gray, gray / 2 + (i % 50), 255],
        4 * i,
      );
    }
    const reddest = (keepRare: number) => {
      const { palette } = reduce(picture, { k: 6, keepRare });
      return Math.max(...Array.from({ length: 6 }, (_, c) => palette[4 * c]! - palette[4 * c + 1]!));
    };
    assert.ok(reddest(100) > 150, `${reddest(100)}`);
    assert.ok(reddest(0) < reddest(100));
  });

  it('gets better with more colors', () => {
    const picture = noisyPicture({ seed: 13, width: 200, height: 150 });
    const reducer = new ImageReducer(picture);
    let last = Infinity;
    for (const k of [2, 8, 32, 128, 512]) {
      const reduced = runToEnd(reducer.reduce({ ...DEFAULT_OPTIONS, k }, REST));
      const { mse } = runToEnd(reducer.measure(reduced));
      assert.ok(mse < last, `${mse} at k = ${k} after ${last}`);
      last = mse;
    }
  });
});

describe('Palettes', () => {
  it('stand in the order of the file: translucent first, then by lightness', () => {
    const { palette } = reduce(noisyPicture({ seed: 8, alpha: 'mixed' }), { k: 20 });
    const alphas = [...palette].filter((_, at) => at % 4 === 3);
    assert.deepEqual(
      alphas,
      [...alphas].sort((a, b) => a - b),
    );
    assert.equal(alphas[0], 0);
  });

  it('for a moving slider have k colors and shares that sum to one', () => {
    const reducer = new ImageReducer(noisyPicture({ seed: 30, width: 300, height: 200 }));
    for (const k of [2, 16, 256]) {
      const { palette, shares } = runToEnd(reducer.palette({ ...DEFAULT_OPTIONS, k }, { effort: 'moving' }));
      assert.equal(distinctColors(palette).size, k);
      assert.ok(Math.abs(shares.reduce((a, b) => a + b) - 1) < 1e-9);
    }
  });
});
