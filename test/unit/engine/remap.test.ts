import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { NearestColor } from '../../../src/engine/nearestColor';
import { SPACES } from '../../../src/engine/options';
import { QuickRemap } from '../../../src/engine/quickRemap';
import { countIndices, remap } from '../../../src/engine/remap';
import { runToEnd } from '../../../src/engine/steps';
import {
  DIMENSIONS,
  pointsOfPalette,
  workingSpace,
  type WorkingSpace,
} from '../../../src/engine/workingSpace';
import { arbitraryPalette, noisyPicture } from './pictures';

/** The plain definition: the first color at the least distance. */
function bruteForce(rgba: Uint8Array, at: number, points: Float64Array, space: WorkingSpace): number {
  const point = new Float64Array(DIMENSIONS);
  space.toPoint(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!, point, 0);
  let best = 0;
  let bestDistance = Infinity;
  for (let color = 0; DIMENSIONS * color < points.length; color++) {
    let distance = 0;
    for (let d = 0; d < DIMENSIONS; d++) distance += (point[d]! - points[DIMENSIONS * color + d]!) ** 2;
    if (distance < bestDistance) {
      best = color;
      bestDistance = distance;
    }
  }
  return best;
}

for (const name of SPACES) {
  const space = workingSpace(name);

  describe(`Remapping in ${name}`, () => {
    it('gives every pixel its nearest color, as brute force does', () => {
      fc.assert(
        fc.property(
          arbitraryPalette(),
          fc.nat(),
          fc.constantFrom('opaque', 'mixed'),
          (palette, seed, alpha) => {
            const picture = noisyPicture({ seed, width: 24, height: 16, alpha: alpha });
            const { indices, counts } = runToEnd(remap(picture, palette, space));
            const points = pointsOfPalette(palette, space);
            const expected = Array.from(indices, (_, i) => bruteForce(picture.rgba, 4 * i, points, space));
            assert.deepEqual([...indices], expected);
            assert.equal(
              counts.reduce((a, b) => a + b),
              indices.length,
            );
          },
        ),
        { numRuns: 60 },
      );
    });

    for (const colors of [255, 256, 257]) {
      it(`takes ${colors} colors, whichever of them is rare`, () => {
        const picture = noisyPicture({ seed: colors, alpha: 'mixed' });
        const palette = picture.rgba.slice(0, 4 * colors);
        const { indices } = runToEnd(remap(picture, palette, space));
        const points = pointsOfPalette(palette, space);
        for (let i = 0; i < indices.length; i += 13) {
          assert.equal(indices[i], bruteForce(picture.rgba, 4 * i, points, space));
        }
      });
    }

    it('takes more than 256 colors', () => {
      const picture = noisyPicture({ seed: 9 });
      const palette = picture.rgba.slice(0, 4 * 700);
      const { indices } = runToEnd(remap(picture, palette, space));
      assert.ok(indices instanceof Uint16Array);
      const points = pointsOfPalette(palette, space);
      for (let i = 0; i < indices.length; i += 97) {
        assert.equal(indices[i], bruteForce(picture.rgba, 4 * i, points, space));
      }
    });

    it('keeps colors of the palette as they are', () => {
      const picture = noisyPicture({ seed: 4, width: 20, height: 10, alpha: 'mixed' });
      const { indices } = runToEnd(remap(picture, picture.rgba, space));
      for (let i = 0; i < indices.length; i++) {
        const own = picture.rgba.subarray(4 * i, 4 * i + 4);
        const given = picture.rgba.subarray(4 * indices[i]!, 4 * indices[i]! + 4);
        if (own[3] === 0) assert.equal(given[3], 0);
        else assert.deepEqual(given, own);
      }
    });
  });

  describe(`The nearest color in ${name}`, () => {
    it('is the one brute force finds', () => {
      fc.assert(
        fc.property(arbitraryPalette(), arbitraryPalette(), (palette, colors) => {
          const nearest = new NearestColor(palette, space);
          const points = pointsOfPalette(palette, space);
          const wanted = pointsOfPalette(colors, space);
          for (let at = 0; at < wanted.length; at += DIMENSIONS) {
            assert.equal(nearest.find(wanted, at), bruteForce(colors, at, points, space));
          }
        }),
      );
    });
  });

  describe(`The preview in ${name}`, () => {
    const picture = noisyPicture({ seed: 11, alpha: 'mixed' });
    const palette = picture.rgba.slice(0, 4 * 32);
    const source = new Uint8ClampedArray(picture.rgba);

    it('paints colors of the palette only, nearly all of them the exact ones', () => {
      const painted = new Uint8ClampedArray(source.length);
      new QuickRemap(palette, name).paint(source, painted, picture.width);
      const exact = runToEnd(remap(picture, palette, space));
      let same = 0;
      for (let i = 0; i < exact.indices.length; i++) {
        const color = painted.slice(4 * i, 4 * i + 4).join();
        const expected = palette.slice(4 * exact.indices[i]!, 4 * exact.indices[i]! + 4).join();
        if (color === expected) same++;
      }
      assert.ok(same / exact.indices.length > 0.9, `${same} of ${exact.indices.length}`);
    });

    it('refuses a target of another size', () => {
      assert.throws(
        () => new QuickRemap(palette, name).paint(source, new Uint8ClampedArray(8), 64),
        RangeError,
      );
    });
  });
}

describe('Counting indices', () => {
  it('counts as one plain loop does, whatever their number, width, place in memory, and highest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4095), { maxLength: 70 }),
        fc.integer({ min: 1, max: 4096 }),
        fc.nat(5),
        (drawn, colors, offset) => {
          const values = drawn.map((value) => value % colors);
          const IndexArray = colors <= 256 ? Uint8Array : Uint16Array;
          const indices = IndexArray.from([...Array<number>(offset).fill(0), ...values]).subarray(offset);
          const expected = Array<number>(colors).fill(0);
          for (const value of values) expected[value]!++;
          assert.deepEqual([...countIndices(indices, colors)], expected);
        },
      ),
    );
  });
});
