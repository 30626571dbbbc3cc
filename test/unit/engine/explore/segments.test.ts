import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSegments, type Segment } from '../../../../src/engine/explore/segments';
import type { IndexedPixels } from '../../../../src/engine/pixels';
import { runToEnd } from '../../../../src/engine/steps';

function labelPicture(width: number, labels: readonly number[], colors: number): IndexedPixels {
  const indices = Uint8Array.from(labels);
  return { width, height: labels.length / width, indices, palette: new Uint8Array(4 * colors) };
}

/** Fills one region after the other from each pixel that none has reached. */
function floodFilled({ width, height, indices, palette }: IndexedPixels): Segment[] {
  const segments = Array.from({ length: palette.length / 4 }, (_, index) => ({
    index,
    pixels: 0,
    regions: 0,
    largest: 0,
  }));
  const isSeen = new Set<number>();
  for (let start = 0; start < indices.length; start++) {
    if (isSeen.has(start)) continue;
    const segment = segments[indices[start]!]!;
    const open = [start];
    isSeen.add(start);
    let size = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      size++;
      const [x, y] = [at % width, Math.floor(at / width)];
      const neighbors = [
        ...(x > 0 ? [at - 1] : []),
        ...(x < width - 1 ? [at + 1] : []),
        ...(y > 0 ? [at - width] : []),
        ...(y < height - 1 ? [at + width] : []),
      ];
      for (const next of neighbors) {
        if (isSeen.has(next) || indices[next] !== indices[at]) continue;
        isSeen.add(next);
        open.push(next);
      }
    }
    segment.pixels += size;
    segment.regions++;
    segment.largest = Math.max(segment.largest, size);
  }
  return segments;
}

const arbitraryPicture = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    colors: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ width, height, colors }) =>
    fc
      .array(fc.integer({ min: 0, max: colors - 1 }), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((labels) => labelPicture(width, labels, colors)),
  );

describe('Segments', () => {
  it('are those of a flood fill, for any picture', () => {
    fc.assert(
      fc.property(arbitraryPicture, (picture) => {
        const segments = runToEnd(findSegments(picture));
        assert.deepEqual(segments, floodFilled(picture));
        assert.equal(
          segments.reduce((sum, { pixels }) => sum + pixels, 0),
          picture.indices.length,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('join arms that meet further down, as those of a U and of a comb', () => {
    const picture = labelPicture(
      7,
      [
        ...[1, 0, 1, 0, 1, 0, 1],
        ...[1, 0, 1, 0, 1, 0, 1],
        ...[1, 1, 1, 0, 1, 1, 1],
        ...[0, 0, 1, 1, 1, 0, 0],
      ],
      2,
    );
    const [gaps, comb] = runToEnd(findSegments(picture));
    assert.deepEqual(comb, { index: 1, pixels: 17, regions: 1, largest: 17 });
    assert.deepEqual(gaps, { index: 0, pixels: 11, regions: 5, largest: 3 });
  });

  it('do not connect pixels that touch at a corner only', () => {
    const segments = runToEnd(findSegments(labelPicture(2, [0, 1, 1, 0], 3)));
    assert.deepEqual(
      segments.map(({ regions, largest }) => [regions, largest]),
      [
        [2, 1],
        [2, 1],
        [0, 0],
      ],
    );
  });
});
