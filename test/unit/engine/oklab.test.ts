import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { oklabToRgb, rgbToOklab } from '../../../src/engine/oklab';
import { SPACES } from '../../../src/engine/options';
import { DIMENSIONS, workingSpace } from '../../../src/engine/workingSpace';

const byte = fc.integer({ min: 0, max: 255 });

describe('OKLab', () => {
  const lab = new Float64Array(3);

  // From Ottosson's article and the CSS Color 4 sample values.
  const known: [string, number[], number[]][] = [
    ['white', [255, 255, 255], [1, 0, 0]],
    ['black', [0, 0, 0], [0, 0, 0]],
    ['red', [255, 0, 0], [0.62796, 0.22486, 0.12585]],
    ['lime', [0, 255, 0], [0.86644, -0.23389, 0.1795]],
    ['blue', [0, 0, 255], [0.45201, -0.03246, -0.31153]],
  ];
  for (const [name, [r, g, b], expected] of known) {
    it(`gives the published values for ${name}`, () => {
      rgbToOklab(r!, g!, b!, lab);
      expected.forEach((value, i) =>
        assert.ok(Math.abs(lab[i]! - value) < 1e-4, `${lab.join()} for ${expected.join()}`),
      );
    });
  }

  it('comes back to the same bytes', () => {
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        const back = new Float64Array(3);
        rgbToOklab(r, g, b, lab);
        oklabToRgb(lab[0]!, lab[1]!, lab[2]!, back);
        assert.deepEqual([...back].map(Math.round), [r, g, b]);
      }),
    );
  });
});

for (const name of SPACES) {
  describe(`Points in ${name}`, () => {
    const space = workingSpace(name);
    const point = (...rgba: number[]) => {
      const out = new Float64Array(DIMENSIONS);
      space.toPoint(rgba[0]!, rgba[1]!, rgba[2]!, rgba[3]!, out, 0);
      return out;
    };

    it('come back to the same color, as far as its opacity lets it show', () => {
      fc.assert(
        fc.property(byte, byte, byte, fc.integer({ min: 1, max: 255 }), (r, g, b, a) => {
          const back = new Uint8Array(4);
          space.toRgba(point(r, g, b, a), 0, back, 0);
          assert.deepEqual([...back], [r, g, b, a]);
        }),
      );
    });

    it('are one for all fully transparent colors', () => {
      fc.assert(
        fc.property(byte, byte, byte, (r, g, b) =>
          assert.ok(point(r, g, b, 0).every((x) => Math.abs(x) === 0)),
        ),
      );
    });

    it('of a mean are a mix weighted by opacity, so soft edges get no dark fringes', () => {
      const [edge, hidden] = [point(255, 120, 0, 200), point(0, 0, 0, 0)];
      const mean = edge.map((x, i) => (x + hidden[i]!) / 2);
      const back = new Uint8Array(4);
      space.toRgba(mean, 0, back, 0);
      assert.deepEqual([...back], [255, 120, 0, 100]);
    });

    it('of all colors of a box lie in the ball around it', () => {
      const side = fc.integer({ min: 0, max: 31 });
      const within = fc.integer({ min: 0, max: 7 });
      fc.assert(
        fc.property(fc.tuple(side, side, side), fc.tuple(within, within, within), (cell, offset) => {
          const lo = cell.map((c) => 8 * c);
          const center = new Float64Array(DIMENSIONS);
          const radius = space.ballAround(
            lo,
            lo.map((c) => c + 7),
            center,
          );
          const inside = point(lo[0]! + offset[0], lo[1]! + offset[1], lo[2]! + offset[2], 255);
          assert.ok(Math.hypot(...inside.map((x, i) => x - center[i]!)) <= radius + 1e-12);
        }),
        { numRuns: 1000 },
      );
    });
  });
}
