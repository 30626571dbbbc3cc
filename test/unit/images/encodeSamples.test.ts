import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp from 'sharp';
import { encodeSamples } from '../../../src/images/encodeSamples';
import { photograph } from '../engine/smallPhotograph';

const side = fc.integer({ min: 1, max: 20 });

describe('Samples as PNG', () => {
  it('are read back by another decoder: any colors, opaque or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        async (width, height, isOpaque, isQuick, seed) => {
          const rows = Uint8Array.from({ length: 4 * width * height }, (_, i) =>
            i % 4 === 3 ? (isOpaque ? 255 : 1 + ((i * seed) % 255)) : (i * (seed + (i >> 5))) & 255,
          );
          const png = encodeSamples({ width, height, kind: 'rgba', rows, isQuick });
          const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
          assert.deepEqual([info.width, info.height], [width, height]);
          assert.deepEqual([...data], [...rows]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('take a fifth less than unfiltered rows, for a photograph', async () => {
    const { width, height, rgba } = await photograph(300);
    const png = encodeSamples({ width, height, kind: 'rgba', rows: rgba });
    const plain = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ adaptiveFiltering: false, compressionLevel: 9 })
      .toBuffer();
    assert.ok(png.byteLength < 0.8 * plain.byteLength, `${png.byteLength} and ${plain.byteLength}`);
  });

  it('are one bit a pixel in a mask, each row beginning with a byte of its own', async () => {
    const rows = Uint8Array.of(0b10110000, 0b10000000, 0b01000000, 0b10000000);
    const png = encodeSamples({ width: 9, height: 2, kind: 'gray1', rows });
    const data = await sharp(png).toColorspace('b-w').raw().toBuffer();
    assert.deepEqual(
      [...data].map((value) => value / 255),
      [...[1, 0, 1, 1, 0, 0, 0, 0, 1], ...[0, 1, 0, 0, 0, 0, 0, 0, 1]],
    );
  });

  it('must be as many as the size asks for', () => {
    const samples = { width: 9, height: 2, kind: 'gray1', rows: new Uint8Array(3) } as const;
    assert.throws(() => encodeSamples(samples), /expected 2 rows of 2 bytes, got 3 bytes/);
  });
});
