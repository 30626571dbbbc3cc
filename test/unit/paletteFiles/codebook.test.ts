import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp from 'sharp';
import type { IndexedPixels } from '../../../src/engine/pixels';
import { reconstruct, writeCodebook, type CodebookFiles } from '../../../src/paletteFiles/codebook';
import { paletteOfBytes } from '../../../src/paletteFiles/palette';
import { UserError } from '../../../src/shared/userError';

/** Pictures of 1 to `most` colors, in any order, transparent ones among them. */
function pictures(most: number): fc.Arbitrary<IndexedPixels> {
  const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
  return fc
    .record({
      width: fc.integer({ min: 1, max: 30 }),
      height: fc.integer({ min: 1, max: 30 }),
      colors: fc.array(color, { minLength: 1, maxLength: most, size: 'max' }),
      seed: fc.nat(),
    })
    .map(({ width, height, colors, seed }) => {
      const indices = colors.length > 256 ? new Uint16Array(width * height) : new Uint8Array(width * height);
      indices.forEach((_, i) => (indices[i] = ((seed % 9973) * (i + 1)) % colors.length));
      return { width, height, indices, palette: Uint8Array.from(colors.flat()) };
    });
}

function write(picture: IndexedPixels): CodebookFiles {
  return writeCodebook(paletteOfBytes('Hats', picture.palette), picture, {});
}

function read({ codebook, labels }: CodebookFiles, maxPixels = 1e6): IndexedPixels {
  return reconstruct(
    { bytes: labels, name: 'a.labels.png' },
    { bytes: new TextEncoder().encode(codebook), name: 'a.codebook.json' },
    maxPixels,
  );
}

const SMALL: IndexedPixels = {
  width: 2,
  height: 1,
  indices: Uint8Array.of(0, 1),
  palette: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 255),
};

function refuses(
  change: (files: CodebookFiles) => CodebookFiles,
  sentence: RegExp,
  maxPixels?: number,
): void {
  assert.throws(
    () => read(change(write(SMALL)), maxPixels),
    (error) => error instanceof UserError && sentence.test(error.message),
  );
}

describe('a codebook and its label map', () => {
  for (const most of [256, 700]) {
    it(`are the picture, exactly, with up to ${most} colors`, () => {
      fc.assert(
        fc.property(pictures(most), (picture) => {
          const { width, height, indices, palette } = read(write(picture));
          assert.deepEqual([width, height], [picture.width, picture.height]);
          assert.deepEqual([...indices], [...picture.indices]);
          assert.deepEqual([...palette], [...picture.palette]);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('have a gray of 8 bits that is the index, as another decoder sees it', async () => {
    await fc.assert(
      fc.asyncProperty(pictures(256), async (picture) => {
        const { data, info } = await sharp(write(picture).labels).raw().toBuffer({ resolveWithObject: true });
        assert.equal(info.width, picture.width);
        const grays = [...data].filter((_, i) => i % info.channels === 0);
        assert.deepEqual(grays, [...picture.indices]);
      }),
      { numRuns: 30 },
    );
  });

  it('are the picture still when another program has packed the label map anew, with fewer bits', async () => {
    const picture: IndexedPixels = {
      width: 40,
      height: 30,
      indices: Uint8Array.from({ length: 1200 }, (_, i) => (i * i) % 7),
      palette: Uint8Array.from({ length: 28 }, (_, i) => 9 * i),
    };
    const { codebook, labels } = write(picture);
    const packed = await sharp(labels).toColorspace('b-w').png({ adaptiveFiltering: true }).toBuffer();
    assert.deepEqual(read({ codebook, labels: packed }), picture);
  });

  it('are the picture in other colors when the codebook has others', () => {
    const { codebook, labels } = write(SMALL);
    const recolored = codebook.replace('"#01020304"', '"#ff000080"');
    assert.deepEqual([...read({ codebook: recolored, labels }).palette], [255, 0, 0, 128, 5, 6, 7, 255]);
  });

  it('are refused when they are none, or not of one picture', () => {
    refuses(({ labels }) => ({ labels, codebook: '{}' }), /“a.codebook.json” is no codebook/);
    refuses(
      ({ labels, codebook }) => ({ labels, codebook: codebook.replace('"version": 1', '"version": 7') }),
      /version 7/,
    );
    refuses(
      ({ labels, codebook }) => ({ labels, codebook: codebook.replace('"width": 2', '"width": 3') }),
      /2 × 1 .+3 × 1/,
    );
    refuses(
      ({ labels, codebook }) => ({ labels, codebook: codebook.replace('"#050607"', '7') }),
      /color 1 is not/,
    );
    refuses(({ codebook }) => ({ codebook, labels: new TextEncoder().encode('no') }), /not a PNG/);
    refuses(({ codebook, labels }) => ({ codebook, labels: labels.subarray(0, 50) }), /cut off/);
    refuses(
      ({ codebook }) => ({ codebook, labels: write({ ...SMALL, width: 1, height: 2 }).labels }),
      /1 × 2/,
    );
    const three = write({ ...SMALL, indices: Uint8Array.of(0, 2), palette: new Uint8Array(12) });
    refuses(({ codebook }) => ({ codebook, labels: three.labels }), /label 2.+label 1/);
    refuses((files) => files, /2 × 1 pixels, more than/, 1);
  });
});
