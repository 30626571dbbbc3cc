import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp from 'sharp';
import { sortPalette } from '../../../src/engine/palette';
import type { IndexedPixels } from '../../../src/engine/pixels';
import { encodeIndexedPng, encodeTruecolorPng } from '../../../src/images/encodeIndexed';
import { joinPng, splitPng } from './pngChunks';

/** Random pictures, their palettes in the engine's order; about half of the palettes have colors with transparency. */
function indexedImages(maxColors: number, minColors = 1): fc.Arbitrary<IndexedPixels> {
  const alpha = fc.oneof({ weight: 2, arbitrary: fc.constant(255) }, fc.constant(0), fc.nat(254));
  const opaque = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constant(255));
  const any = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), alpha);
  const lengths = { minLength: minColors, maxLength: maxColors, size: 'max' } as const;
  return fc
    .record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 40 }),
      palette: fc.oneof(fc.array(opaque, lengths), fc.array(any, lengths)),
      seed: fc.nat(),
    })
    .map(({ width, height, palette, seed }) => {
      const indices = maxColors > 256 ? new Uint16Array(width * height) : new Uint8Array(width * height);
      for (let i = 0, state = seed; i < indices.length; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        indices[i] = (state >>> 8) % palette.length;
      }
      return { width, height, indices, palette: sortPalette(Uint8Array.from(palette.flat())).palette };
    });
}

/** The pixels that an indexed picture stands for. */
function rgbaOf({ indices, palette }: IndexedPixels): number[] {
  return Array.from(indices).flatMap((index) => [...palette.subarray(4 * index, 4 * index + 4)]);
}

async function decodedElsewhere(png: Uint8Array): Promise<{ width: number; height: number; rgba: number[] }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: [...data] };
}

function chunk(png: Uint8Array, type: string): Buffer | undefined {
  return splitPng(png).find((candidate) => candidate.type === type)?.data;
}

const SIMPLE: IndexedPixels = {
  width: 2,
  height: 1,
  indices: Uint8Array.of(0, 1),
  palette: Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 255),
};

describe('writing an indexed PNG', () => {
  it('writes what another decoder reads as exactly the same pixels', async () => {
    await fc.assert(
      fc.asyncProperty(indexedImages(256), async (image) => {
        const { width, height, rgba } = await decodedElsewhere(encodeIndexedPng(image));
        assert.deepEqual([width, height], [image.width, image.height]);
        assert.deepEqual(rgba, rgbaOf(image));
      }),
      { numRuns: 150 },
    );
  });

  it('writes the fewest bits, the whole palette, tRNS up to the last translucent color, sound checksums', () => {
    fc.assert(
      fc.property(indexedImages(256), (image) => {
        const colors = image.palette.length / 4;
        const png = encodeIndexedPng(image);
        const alphas = Array.from({ length: colors }, (_, i) => image.palette[4 * i + 3] ?? 255);
        const translucent = alphas.filter((alpha) => alpha < 255);
        assert.equal(chunk(png, 'IHDR')?.[8], colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8);
        assert.equal(chunk(png, 'IHDR')?.[9], 3);
        assert.deepEqual(
          [...(chunk(png, 'PLTE') ?? [])],
          [...image.palette].filter((_, i) => i % 4 !== 3),
        );
        assert.deepEqual([...(chunk(png, 'tRNS') ?? [])], translucent);
        assert.equal(chunk(png, 'tRNS') !== undefined, translucent.length > 0);
        assert.ok(joinPng(splitPng(png)).equals(png), 'the checksums are those of a second implementation');
      }),
      { numRuns: 150 },
    );
  });

  it('writes the depth that each number of colors needs', () => {
    const depths: [number, number][] = [
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 4],
      [16, 4],
      [17, 8],
      [256, 8],
    ];
    for (const [colors, depth] of depths) {
      const palette = Uint8Array.from({ length: 4 * colors }, (_, i) => (i % 4 === 3 ? 255 : i % 251));
      const png = encodeIndexedPng({ width: 1, height: 1, indices: Uint8Array.of(colors - 1), palette });
      assert.equal(chunk(png, 'IHDR')?.[8], depth, `${colors} colors`);
    }
  });

  it('takes 16-bit indices too', () => {
    const wide = { ...SIMPLE, indices: Uint16Array.of(0, 1) };
    assert.deepEqual(encodeIndexedPng(wide), encodeIndexedPng(SIMPLE));
  });

  it('refuses what does not fit together, saying what was expected and what came', () => {
    const cases: [Partial<IndexedPixels>, RegExp][] = [
      [{ width: 0 }, /at least 1, got 0 × 1/],
      [{ height: 1.5 }, /at least 1, got 2 × 1\.5/],
      [{ indices: Uint8Array.of(0) }, /expected 2 indices for 2 × 1 pixels, got 1/],
      [{ indices: Uint8Array.of(0, 2) }, /indices below 2, the number of colors, but pixel 1 has 2/],
      [{ palette: Uint8Array.of(1, 2, 3) }, /4 palette bytes a color and at least one color, got 3/],
      [{ palette: new Uint8Array(0) }, /at least one color, got 0/],
      [{ palette: new Uint8Array(4 * 257) }, /at most 256 colors for an indexed PNG, got 257/],
      [{ palette: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 9) }, /transparency first.*color 1 comes after/],
    ];
    for (const [change, message] of cases) {
      assert.throws(() => encodeIndexedPng({ ...SIMPLE, ...change }), { name: 'RangeError', message });
    }
    assert.throws(() => encodeTruecolorPng({ ...SIMPLE, indices: Uint8Array.of(0, 2) }), RangeError);
  });
});

describe('writing a truecolor PNG', () => {
  it('writes what another decoder reads as exactly the same pixels, with alpha only where needed', async () => {
    await fc.assert(
      fc.asyncProperty(indexedImages(600, 257), async (image) => {
        const png = encodeTruecolorPng(image);
        const { width, height, rgba } = await decodedElsewhere(png);
        assert.deepEqual([width, height], [image.width, image.height]);
        assert.deepEqual(rgba, rgbaOf(image));
        const hasAlpha = image.palette.some((value, i) => i % 4 === 3 && value < 255);
        assert.deepEqual([chunk(png, 'IHDR')?.[8], chunk(png, 'IHDR')?.[9]], [8, hasAlpha ? 6 : 2]);
      }),
      { numRuns: 30 },
    );
  });
});
