import assert from 'node:assert/strict';
import { BLUE_NOISE_SIZE, blueNoise } from '../../../src/engine/blueNoise';
import { dither } from '../../../src/engine/dither';
import { ditherThresholds } from '../../../src/engine/ditherThresholds';
import { SPACES } from '../../../src/engine/options';
import { QuickRemap } from '../../../src/engine/quickRemap';
import { remap } from '../../../src/engine/remap';
import { runToEnd } from '../../../src/engine/steps';
import { workingSpace } from '../../../src/engine/workingSpace';
import { gradient, noisyPicture } from './pictures';

const KINDS = ['bayer', 'blue-noise'] as const;

describe('Blue noise', () => {
  const ranks = blueNoise();

  it('has every rank once', () => {
    assert.deepEqual(
      [...ranks].sort((a, b) => a - b),
      Array.from(ranks, (_, i) => i),
    );
  });

  it('is the same on every machine', () => {
    const hash = ranks.reduce((sum, rank) => (Math.imul(sum, 31) + rank) >>> 0, 0);
    assert.equal(hash, 3959346308);
  });

  it('spreads the pixels under any threshold evenly: none touches another as long as there is room', () => {
    const wrap = (n: number) => (n + BLUE_NOISE_SIZE) % BLUE_NOISE_SIZE;
    const isSet = (x: number, y: number, limit: number) =>
      ranks[BLUE_NOISE_SIZE * wrap(y) + wrap(x)]! < limit;
    for (const limit of [64, 256, 512]) {
      for (let i = 0; i < ranks.length; i++) {
        const [x, y] = [i % BLUE_NOISE_SIZE, Math.floor(i / BLUE_NOISE_SIZE)];
        if (isSet(x, y, limit)) assert.ok(!isSet(x + 1, y, limit) && !isSet(x, y + 1, limit), `${x}, ${y}`);
      }
    }
  });
});

for (const kind of KINDS) {
  describe(`Thresholds of ${kind}`, () => {
    it('are spread evenly over 0 to 255', () => {
      const thresholds = ditherThresholds(kind);
      for (const limit of [64, 128, 192]) {
        assert.equal(thresholds.filter((threshold) => threshold < limit).length, 16 * limit);
      }
    });
  });

  describe(`The preview with ${kind}`, () => {
    for (const space of SPACES) {
      it(`is the result where colors are those its table holds (${space})`, () => {
        const picture = noisyPicture({ seed: 31, width: 100, height: 80, alpha: 'mixed' });
        for (let at = 0; at < picture.rgba.length; at += 4) {
          const alpha = Math.min(255, 17 * ((picture.rgba[at + 3]! + 8) >> 4));
          for (let c = at; c < at + 3; c++) {
            const value = picture.rgba[c]!;
            picture.rgba[c] = alpha === 255 ? (value & 0xfc) + 2 : 17 * (value >> 4);
          }
          picture.rgba[at + 3] = alpha;
        }
        const palette = picture.rgba.filter((_, at) => (at >> 2) % 347 === 0);
        for (const strength of [40, 100]) {
          const plain = runToEnd(remap(picture, palette, workingSpace(space)));
          const result = runToEnd(dither(picture, plain, { space, dither: kind, ditherStrength: strength }));
          assert.notDeepEqual(result.indices, plain.indices);
          const quick = new QuickRemap(palette, space, { kind, strength });
          const indices = quick.indices(picture.rgba, picture.width);
          assert.equal(indices.filter((index, i) => index !== result.indices[i]).length, 0);
          const painted = new Uint8ClampedArray(picture.rgba.length);
          quick.paint(new Uint8ClampedArray(picture.rgba), painted, picture.width);
          result.indices.forEach((index, i) => {
            assert.deepEqual(
              [...painted.slice(4 * i, 4 * i + 4)],
              [...palette.slice(4 * index, 4 * index + 4)],
            );
          });
        }
      });
    }

    it('keeps colors of the palette clean', () => {
      const palette = Uint8Array.from([0, 1, 97, 101, 255].flatMap((gray) => [gray, gray, gray, 255]));
      const source = Uint8Array.from({ length: 4 * 64 * 3 }, (_, at) => {
        const color = [0, 97, 255][Math.floor(at / (4 * 64))]!;
        return at % 4 === 3 ? 255 : color;
      });
      const indices = new QuickRemap(palette, 'oklab', { kind, strength: 100 }).indices(source, 64);
      assert.deepEqual(new Set(indices.subarray(64, 128)), new Set([2]));
      assert.deepEqual(new Set(indices.subarray(128)), new Set([4]));
      assert.equal(new Set(indices.subarray(0, 64)).size, 1);
    });
  });

  describe(`Ordered dithering with ${kind}`, () => {
    it('dithers any part as the whole', () => {
      const picture = gradient(128, 128);
      const palette = Uint8Array.of(0, 0, 0, 255, 120, 120, 120, 255, 255, 255, 255, 255);
      const part = { width: 128, height: 64, rgba: picture.rgba.slice(4 * 128 * 64) };
      const [whole, below] = [picture, part].map((each) => {
        const plain = runToEnd(remap(each, palette, workingSpace('oklab')));
        return runToEnd(dither(each, plain, { space: 'oklab', dither: kind, ditherStrength: 100 })).indices;
      });
      assert.deepEqual(whole!.subarray(128 * 64), below);
    });

    it('keeps the soft edge of a line clean', () => {
      // A black line on white, with gray on both sides that lies between two grays of the palette.
      const profile = [255, 255, 160, 0, 0, 160, 255, 255];
      const palette = Uint8Array.from([0, 140, 190, 255].flatMap((gray) => [gray, gray, gray, 255]));
      for (const along of ['x', 'y'] as const) {
        const rgba = new Uint8Array(4 * 64).fill(255);
        for (let i = 0; i < 64; i++) rgba.fill(profile[along === 'x' ? i >> 3 : i & 7]!, 4 * i, 4 * i + 3);
        const picture = { width: 8, height: 8, rgba };
        const plain = runToEnd(remap(picture, palette, workingSpace('oklab')));
        const { indices } = runToEnd(
          dither(picture, plain, { space: 'oklab', dither: kind, ditherStrength: 100 }),
        );
        assert.deepEqual(indices, plain.indices);
      }
    });

    it('mixes from colors next to each other in lightness only', () => {
      const picture = gradient(256, 64);
      const grays = [0, 60, 130, 190, 255];
      const palette = Uint8Array.from(grays.flatMap((gray) => [gray, gray, gray, 255]));
      const plain = runToEnd(remap(picture, palette, workingSpace('oklab')));
      const { indices } = runToEnd(
        dither(picture, plain, { space: 'oklab', dither: kind, ditherStrength: 100 }),
      );
      indices.forEach((index, i) => assert.ok(Math.abs(index - plain.indices[i]!) <= 1));
    });
  });
}

describe('The preview with error diffusion', () => {
  it('is undithered', () => {
    const picture = noisyPicture({ seed: 1 });
    const palette = picture.rgba.slice(0, 4 * 8);
    const none = new QuickRemap(palette, 'oklab').indices(picture.rgba, picture.width);
    const quick = new QuickRemap(palette, 'oklab', { kind: 'floyd-steinberg', strength: 100 });
    assert.deepEqual(quick.indices(picture.rgba, picture.width), none);
  });
});
