import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { dither } from '../../../src/engine/dither';
import {
  DEFAULT_OPTIONS,
  DITHERS,
  SPACES,
  type Dither,
  type ReduceOptions,
  type Space,
} from '../../../src/engine/options';
import type { Pixels } from '../../../src/engine/pixels';
import { ImageReducer } from '../../../src/engine/reduce';
import { remap, type Remapped } from '../../../src/engine/remap';
import { Cancelled, runCancellable, runToEnd } from '../../../src/engine/steps';
import { DIMENSIONS, workingSpace } from '../../../src/engine/workingSpace';
import { arbitraryPalette, gradient, noisyPicture, pictureOf, samplePicture } from './pictures';

const KINDS = DITHERS.filter((kind) => kind !== 'none');
const DIFFUSIONS = ['floyd-steinberg', 'atkinson'] as const;

interface Task {
  kind: Dither;
  space?: Space;
  strength?: number;
}

function dithered(
  picture: Pixels,
  palette: Uint8Array,
  { kind, space = 'oklab', strength = 100 }: Task,
): Remapped {
  const plain = runToEnd(remap(picture, palette, workingSpace(space)));
  return runToEnd(dither(picture, plain, { space, dither: kind, ditherStrength: strength }));
}

function alphaOf({ palette, indices }: Remapped, pixel: number): number {
  return palette[4 * indices[pixel]! + 3]!;
}

/** The mean point of a part of a picture, in the working space. */
function meanPoint(rgba: (pixel: number) => Uint8Array, pixels: readonly number[], space: Space): number[] {
  const point = new Float64Array(DIMENSIONS);
  const sum = [0, 0, 0, 0];
  for (const pixel of pixels) {
    const [r, g, b, a] = rgba(pixel);
    workingSpace(space).toPoint(r!, g!, b!, a!, point, 0);
    point.forEach((value, d) => (sum[d]! += value));
  }
  return sum.map((value) => value / pixels.length);
}

/** How far the mean of a square patch is from the original's, the mean over all patches. */
function patchError(picture: Pixels, reduced: Remapped, space: Space, size = 16): number {
  let total = 0;
  let patches = 0;
  for (let top = 0; top + size <= picture.height; top += size) {
    for (let left = 0; left + size <= picture.width; left += size) {
      const pixels = Array.from(
        { length: size * size },
        (_, i) => (top + Math.floor(i / size)) * picture.width + left + (i % size),
      );
      const own = meanPoint((i) => picture.rgba.subarray(4 * i, 4 * i + 4), pixels, space);
      const other = meanPoint(
        (i) => reduced.palette.subarray(4 * reduced.indices[i]!, 4 * reduced.indices[i]! + 4),
        pixels,
        space,
      );
      total += Math.hypot(...own.map((value, d) => value - other[d]!));
      patches++;
    }
  }
  return total / patches;
}

const GRAYS = Uint8Array.from([0, 60, 130, 190, 255].flatMap((gray) => [gray, gray, gray, 255]));

for (const kind of KINDS) {
  describe(`Dithering with ${kind}`, () => {
    it('changes nothing where the palette has all colors', () => {
      for (const space of SPACES) {
        const picture = noisyPicture({ seed: 4, width: 16, height: 16, alpha: 'mixed' });
        const { indices } = dithered(picture, picture.rgba, { kind, space });
        assert.deepEqual(indices, runToEnd(remap(picture, picture.rgba, workingSpace(space))).indices);
      }
    });

    it('leaves pixels of a palette color alone next to pixels of others', () => {
      const picture = gradient(96, 40);
      for (let y = 0; y < 40; y++) picture.rgba.fill(130, 4 * (96 * y + 40), 4 * (96 * y + 60)); // alpha as well
      for (let at = 3; at < picture.rgba.length; at += 4) picture.rgba[at] = 255;
      const { indices } = dithered(picture, GRAYS, { kind });
      for (let y = 0; y < 40; y++) for (let x = 40; x < 60; x++) assert.equal(indices[96 * y + x], 2);
    });

    it('is the plain remapping at strength 0', () => {
      const picture = noisyPicture({ seed: 5, alpha: 'mixed' });
      const palette = picture.rgba.slice(0, 4 * 20);
      const plain = runToEnd(remap(picture, palette, workingSpace('oklab')));
      assert.deepEqual(dithered(picture, palette, { kind, strength: 0 }), plain);
    });

    it('does less at less strength', () => {
      const picture = gradient(128, 64);
      const plain = runToEnd(remap(picture, GRAYS, workingSpace('oklab'))).indices;
      const changed = [10, 50, 100].map((strength) => {
        const { indices } = dithered(picture, GRAYS, { kind, strength });
        return indices.filter((index, i) => index !== plain[i]).length;
      });
      assert.ok(changed[0]! < changed[1]! && changed[1]! < changed[2]!, changed.join(' '));
    });

    it('counts the pixels of every color', () => {
      const { indices, counts } = dithered(gradient(64, 64), GRAYS, { kind });
      counts.forEach((count, color) => {
        assert.equal(count, indices.filter((index) => index === color).length);
      });
    });

    it('takes no pixel to or from transparency that the plain remapping does not', () => {
      fc.assert(
        fc.property(arbitraryPalette(12), fc.nat(), fc.constantFrom(...SPACES), (palette, seed, space) => {
          const picture = noisyPicture({ seed, width: 24, height: 16, alpha: 'mixed' });
          const plain = runToEnd(remap(picture, palette, workingSpace(space)));
          const result = dithered(picture, palette, { kind, space });
          for (let i = 0; i < result.indices.length; i++) {
            const alpha = picture.rgba[4 * i + 3];
            if (alpha === 0) assert.equal(result.indices[i], plain.indices[i]);
            if (alpha === 255 && alphaOf(plain, i) === 255) assert.equal(alphaOf(result, i), 255);
            if (alpha === 255 && alphaOf(plain, i) < 255) assert.equal(result.indices[i], plain.indices[i]);
            assert.ok(Math.abs(alphaOf(plain, i) - alphaOf(result, i)) <= 128);
          }
        }),
      );
    });

    it('takes no notice of colors hidden under alpha 0', () => {
      const picture = noisyPicture({ seed: 8, alpha: 'mixed' });
      const other = { ...picture, rgba: picture.rgba.slice() };
      for (let at = 0; at < other.rgba.length; at += 4) {
        if (other.rgba[at + 3] === 0) other.rgba.fill(77, at, at + 3);
      }
      const palette = picture.rgba.slice(0, 4 * 12);
      assert.deepEqual(
        dithered(other, palette, { kind }).indices,
        dithered(picture, palette, { kind }).indices,
      );
    });

    it('brings the mean color of patches closer to the original', async () => {
      const photo = await samplePicture('hats.png', 192, 128);
      for (const picture of [gradient(256, 64), photo]) {
        for (const space of SPACES) {
          const options = { ...DEFAULT_OPTIONS, k: 12, space };
          const { palette } = runToEnd(new ImageReducer(picture).palette(options, { effort: 'quick' }));
          const plain = patchError(picture, dithered(picture, palette, { kind: 'none', space }), space);
          const error = patchError(picture, dithered(picture, palette, { kind, space }), space);
          assert.ok(error < 0.9 * plain, `${error} against ${plain} in ${space}`);
        }
      }
    });

    it('mixes a flat color that is between two of the palette to its mean', () => {
      const picture = pictureOf(Array<number[]>(64 * 64).fill([100, 100, 100, 255]));
      const square = { ...picture, width: 64, height: 64 };
      const plain = patchError(square, dithered(square, GRAYS, { kind: 'none' }), 'oklab', 64);
      const error = patchError(square, dithered(square, GRAYS, { kind }), 'oklab', 64);
      assert.ok(error < 0.4 * plain, `${error} against ${plain}`);
    });

    it('gives the same for the same', () => {
      const picture = noisyPicture({ seed: 3, alpha: 'mixed' });
      const palette = picture.rgba.slice(0, 4 * 16);
      assert.deepEqual(dithered(picture, palette, { kind }), dithered(picture, palette, { kind }));
    });

    it('takes pictures of one pixel, one column and one row, and palettes of one color', () => {
      for (const [width, height] of [
        [1, 1],
        [1, 9],
        [9, 1],
      ] as const) {
        const picture = noisyPicture({ seed: 2, width, height });
        assert.equal(dithered(picture, GRAYS, { kind }).indices.length, width * height);
        assert.deepEqual([...dithered(picture, GRAYS.slice(0, 4), { kind }).counts], [width * height]);
      }
    });

    it('takes palettes of 4096 colors', () => {
      const picture = noisyPicture({ seed: 12, width: 128, height: 96 });
      const palette = picture.rgba.slice(0, 4 * 4096);
      const { indices, counts } = dithered(picture, palette, { kind });
      assert.ok(indices instanceof Uint16Array);
      assert.equal(
        counts.reduce((a, b) => a + b),
        128 * 96,
      );
    });

    it('can be called off', async () => {
      const picture = noisyPicture({ seed: 1, width: 512, height: 256 });
      const plain = runToEnd(remap(picture, GRAYS, workingSpace('oklab')));
      const steps = dither(picture, plain, { space: 'oklab', dither: kind, ditherStrength: 100 });
      let time = 0;
      let pauses = 0;
      const run = runCancellable(steps, {
        now: () => (time += 10),
        breathe: () => {
          pauses++;
          return Promise.resolve();
        },
        isCancelled: () => pauses === 2,
      });
      await assert.rejects(run, Cancelled);
    });
  });
}

for (const kind of DIFFUSIONS) {
  describe(`Error diffusion with ${kind}`, () => {
    it('gives the rows at the top whatever lies below', () => {
      const picture = noisyPicture({ seed: 6, width: 64, height: 48 });
      const top = { width: 64, height: 20, rgba: picture.rgba.slice(0, 4 * 64 * 20) };
      const palette = picture.rgba.slice(0, 4 * 12);
      const whole = dithered(picture, palette, { kind }).indices;
      assert.deepEqual(whole.subarray(0, 64 * 20), dithered(top, palette, { kind }).indices);
    });

    it('carries nothing across a band of transparent pixels', () => {
      const left = noisyPicture({ seed: 6, width: 60, height: 40 });
      const picture = { ...left, rgba: left.rgba.slice() };
      const other = { ...left, rgba: noisyPicture({ seed: 7, width: 60, height: 40 }).rgba };
      for (let y = 0; y < 40; y++) {
        for (const { rgba } of [picture, other]) rgba.fill(0, 4 * (60 * y + 28), 4 * (60 * y + 32));
        const right = 4 * (60 * y + 32);
        other.rgba.set(picture.rgba.subarray(right, 4 * 60 * (y + 1)), right);
      }
      const palette = Uint8Array.from([...left.rgba.subarray(0, 4 * 12), 0, 0, 0, 0]);
      const [a, b] = [picture, other].map((each) => dithered(each, palette, { kind }).indices);
      for (let y = 0; y < 40; y++) {
        assert.deepEqual(a!.subarray(60 * y + 32, 60 * (y + 1)), b!.subarray(60 * y + 32, 60 * (y + 1)));
      }
    });

    it('walks every second row from the right', () => {
      for (let seed = 0; seed < 8; seed++) {
        const picture = noisyPicture({ seed, width: 40, height: 2 });
        const other = { ...picture, rgba: picture.rgba.slice() };
        other.rgba.set([90, 90, 90], 4 * 40); // the last pixel of the walk
        const palette = picture.rgba.slice(0, 4 * 8);
        const [a, b] = [picture, other].map((each) => dithered(each, palette, { kind }).indices);
        a![40] = b![40]!;
        assert.deepEqual(a, b);
      }
    });

    it('does not carry what the palette cannot reach into what it can', () => {
      // From pure red, with no color near, smoothly to a gray between two of the palette.
      const width = 96;
      const row = Array.from({ length: width }, (_, x) => {
        const part = Math.min(1, x / 12);
        return [255 - 95 * part, 160 * part, 160 * part, 255].map(Math.round);
      });
      const picture = { ...pictureOf(Array<number[][]>(32).fill(row).flat()), width, height: 32 };
      const palette = Uint8Array.from([...GRAYS, 150, 90, 90, 255]);
      const { indices } = dithered(picture, palette, { kind });
      indices.forEach((index, i) => {
        if (i % width >= 12) assert.ok(index === 2 || index === 3, `color ${index} at ${i % width}`);
      });
    });

    it('carries nothing to speak of over an edge', () => {
      const row = Array.from({ length: 64 }, (_, x) => (x < 32 ? [0, 0, 200, 255] : [131, 131, 131, 255]));
      const picture = { ...pictureOf(Array<number[][]>(32).fill(row).flat()), width: 64, height: 32 };
      const palette = Uint8Array.from(
        [0, 100, 110, 120, 130, 140, 150].flatMap((gray) => [gray, gray, gray, 255]),
      );
      const { indices } = dithered(picture, palette, { kind });
      indices.forEach((index, i) => {
        if (i % 64 >= 32) assert.ok(index === 4 || index === 5, `color ${index} at ${i % 64}`);
      });
    });
  });
}

describe('A reduction with a dither', () => {
  const REST = { effort: 'rest', improveMs: 20 } as const;
  const reduce = (picture: Pixels, options: Partial<ReduceOptions>) =>
    runToEnd(new ImageReducer(picture).reduce({ ...DEFAULT_OPTIONS, ...options }, REST));

  for (const kind of KINDS) {
    it(`keeps the palette, its locked colors and k, and counts its own pixels (${kind})`, async () => {
      const picture = await samplePicture('hats.png', 96, 64);
      const locked = ['#123456', '#ff000080', '#fedcba'];
      for (const k of [4, 16, 300]) {
        const plain = reduce(picture, { k, locked });
        const { palette, picture: result, shares } = reduce(picture, { k, locked, dither: kind });
        assert.deepEqual(palette, plain.palette);
        assert.deepEqual(result.palette, palette);
        assert.notDeepEqual(result.indices, plain.picture.indices);
        shares.forEach((share, color) => {
          const pixels = result.indices.filter((index) => index === color).length;
          assert.ok(Math.abs(share - pixels / result.indices.length) < 1e-12);
        });
      }
    });

    it(`leaves a picture of few colors as it is (${kind})`, () => {
      const picture = pictureOf([
        [1, 2, 3, 255],
        [200, 0, 0, 255],
        [3, 2, 1, 90],
      ]);
      assert.deepEqual(reduce(picture, { dither: kind }).picture, reduce(picture, {}).picture);
    });
  }
});
