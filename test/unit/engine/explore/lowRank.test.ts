import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { comparePictures } from '../../../../src/engine/explore/comparePictures';
import {
  Factorization,
  randomFactors,
  type Factor,
} from '../../../../src/engine/explore/lowRank/factorization';
import {
  factorize,
  mostComponents,
  type LowRankProgress,
} from '../../../../src/engine/explore/lowRank/factorize';
import { planesOf, type Plane } from '../../../../src/engine/explore/lowRank/plane';
import { lowRankPicture, lowRankPreview } from '../../../../src/engine/explore/lowRank/reconstruct';
import type { Pixels } from '../../../../src/engine/pixels';
import { runToEnd } from '../../../../src/engine/steps';
import { projectRoot } from '../../../host/projectRoot';
import { noisyPicture } from '../pictures';
import { photograph } from '../smallPhotograph';

/** ‖V − W·H‖², by its definition. */
function squaredError({ width, height, rows }: Plane, w: Factor, h: Factor, components: number): number {
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 0;
      for (let k = 0; k < components; k++) value += w.values[y * w.stride + k]! * h.values[x * h.stride + k]!;
      sum += (rows[y * width + x]! - value) ** 2;
    }
  }
  return sum;
}

function planeOfGrays(width: number, height: number, grays: ArrayLike<number>): Plane {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) rgba.fill(grays[i]!, 4 * i, 4 * i + 3);
  return runToEnd(planesOf({ width, height, rgba }))[0]!;
}

const arbitraryPlane = fc
  .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((grays) => planeOfGrays(width, height, grays)),
  );

/** The multiplicative updates of Lee and Seung (2001), as they are written down. */
function textbookError(plane: Plane, components: number, iterations: number, seed: number): number {
  const { width, height, rows } = plane;
  const { w, h } = randomFactors(plane, components, seed);
  const [mean, other] = [w, h].map(({ length, values, stride }) =>
    Array.from({ length }, (_, i) => [...values.subarray(i * stride, i * stride + components)]),
  );
  let [W, H] = [mean!, other!];
  const at = (y: number, x: number) => rows[y * width + x]!;
  const updated = (factor: number[][], by: number[][], value: (i: number, j: number) => number) => {
    const gram = by[0]!.map((_, k) =>
      by[0]!.map((__, l) => by.reduce((sum, row) => sum + row[k]! * row[l]!, 0)),
    );
    return factor.map((row, i) =>
      row.map((number, k) => {
        const above = by.reduce((sum, others, j) => sum + value(i, j) * others[k]!, 0);
        const below = row.reduce((sum, each, l) => sum + each * gram[l]![k]!, 0);
        return below === 0 ? number : (number * above) / below;
      }),
    );
  };
  for (let i = 0; i < iterations; i++) {
    W = updated(W, H, at);
    H = updated(H, W, (x, y) => at(y, x));
  }
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum += (at(y, x) - W[y]!.reduce((dot, number, k) => dot + number * H[x]![k]!, 0)) ** 2;
    }
  }
  return sum;
}

function factorized(plane: Plane, components: number, iterations: number, seed: number): number {
  const { w, h } = randomFactors(plane, components, seed);
  const factorization = new Factorization(plane, components, w, h);
  let error = Infinity;
  for (let i = 0; i < iterations; i++) error = runToEnd(factorization.iterate(4));
  return error;
}

describe('Non-negative matrix factorization', () => {
  it('lowers the error at every update, of any plane, and keeps all numbers positive', () => {
    fc.assert(
      fc.property(
        arbitraryPlane,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(1000),
        (plane, components, sweeps, seed) => {
          const { w, h } = randomFactors(plane, components, seed);
          const factorization = new Factorization(plane, components, w, h);
          const slack = 1e-9 * (plane.squaredSum + 1);
          let last = squaredError(plane, w, h, components);
          for (let iteration = 0; iteration < 6; iteration++) {
            const steps = factorization.iterate(sweeps);
            let told = Infinity;
            // A step is one sweep over W or H, or a product that changes neither.
            for (let step = steps.next(); ; step = steps.next()) {
              const error = squaredError(plane, w, h, components);
              assert.ok(error <= last + slack, `${error} after ${last}`);
              last = error;
              if (!step.done) continue;
              told = step.value;
              break;
            }
            assert.ok(Math.abs(told - last) <= 1e-6 * (plane.squaredSum + 1), `told ${told}, is ${last}`);
          }
          assert.ok([...w.values, ...h.values].every((value) => value >= 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is what multiplicative updates come to in many more iterations', () => {
    const { rgba } = noisyPicture({ seed: 4, width: 20, height: 16 });
    const plane = planeOfGrays(
      20,
      16,
      rgba.filter((_, i) => i % 4 === 0),
    );
    for (const components of [1, 3, 6]) {
      const expected = Math.min(...[1, 2, 3].map((seed) => textbookError(plane, components, 3000, seed)));
      const least = Math.min(...[1, 2, 3].map((seed) => factorized(plane, components, 300, seed)));
      assert.ok(Math.abs(Math.sqrt(least / expected) - 1) < 0.01, `${least} and ${expected}`);
    }
  });

  it('comes within 1 % of what scikit-learn finds', () => {
    const path = join(projectRoot, 'test/fixtures/nmf-scikit-learn.json');
    const { width, height, values, results } = JSON.parse(readFileSync(path, 'utf8')) as {
      width: number;
      height: number;
      values: string;
      results: { components: number; error: number }[];
    };
    const plane = planeOfGrays(width, height, Buffer.from(values, 'base64'));
    for (const { components, error } of results) {
      const errors = [1, 2, 3, 4, 5].map((seed) => Math.sqrt(factorized(plane, components, 400, seed)));
      assert.ok(Math.min(...errors) < 1.01 * error, `K = ${components}: ${errors.join()} and ${error}`);
    }
  });

  it('of a picture with as few independent rows is exact', () => {
    const rgba = new Uint8Array(4 * 40 * 30).fill(255);
    for (let i = 0; i < 40 * 30; i++) {
      const [x, y] = [i % 40, Math.floor(i / 40)];
      rgba.set([x * y < 300 && x < 20 ? 200 : 30, 4 * y, 3 * x], 4 * i);
      rgba[4 * i] = x < 20 === y < 15 ? 200 : 30;
    }
    const original = { width: 40, height: 30, rgba };
    const { channels } = runToEnd(factorize(original, { components: 2, seed: 1 }));
    const { psnr } = runToEnd(comparePictures(original, runToEnd(lowRankPicture(channels, original))));
    assert.ok(psnr > 50, `${psnr} dB`);
  });
});

describe('A low-rank picture', () => {
  let picture: Pixels;
  before(async () => {
    picture = await photograph(132);
  });

  function psnrWith(components: number): number {
    const { channels } = runToEnd(factorize(picture, { components, seed: 1 }));
    return runToEnd(comparePictures(picture, runToEnd(lowRankPicture(channels, picture)))).psnr;
  }

  it('comes the closer to the original the more components it has', () => {
    const figures = [1, 3, 10, 30, mostComponents(picture.width, picture.height)].map(psnrWith);
    figures.slice(1).forEach((figure, i) => assert.ok(figure > figures[i]!, figures.join(' ')));
    assert.ok(figures[0]! > 10 && figures[3]! > 22 && figures.at(-1)! > 33, figures.join(' '));
  });

  it('tells its progress, whose error falls at each size, up to the end', () => {
    const told: Omit<LowRankProgress, 'channels'>[] = [];
    const steps = factorize(picture, { components: 12, seed: 1 });
    let step = steps.next();
    for (; !step.done; step = steps.next()) if (step.value) told.push({ ...step.value });
    const { mse, iterations } = step.value;
    assert.equal(told.length, iterations);
    assert.equal(told.at(-1)!.mse, mse);
    const sizes = new Set(told.map(({ width }) => width));
    assert.ok(sizes.size > 1 && sizes.has(picture.width));
    for (const [i, { width, mse, done }] of told.entries()) {
      const last = told[i - 1];
      if (!last) continue;
      assert.ok(done > last.done && done <= 1);
      if (last.width === width) assert.ok(mse <= last.mse);
    }
  });

  it('is the same for the same seed', () => {
    const [one, two] = [1, 2].map(() => {
      const { channels } = runToEnd(factorize(picture, { components: 5, seed: 7 }));
      return runToEnd(lowRankPicture(channels, picture)).rgba;
    });
    assert.deepEqual(one, two);
  });

  it('keeps the transparency, and is not misled by the colors that it hides', () => {
    const hidden = noisyPicture({ seed: 3, width: 40, height: 30 });
    for (let i = 0; i < 40 * 30; i++) {
      const isShown = i % 40 < 20;
      hidden.rgba[4 * i + 3] = isShown ? (i < 600 ? 255 : 128) : 0;
      if (isShown) hidden.rgba.set([40, 90, 200], 4 * i);
    }
    const { channels } = runToEnd(factorize(hidden, { components: 2, seed: 1 }));
    const { rgba } = runToEnd(lowRankPicture(channels, hidden));
    for (let i = 0; i < 40 * 30; i++) {
      const alpha = hidden.rgba[4 * i + 3]!;
      assert.equal(rgba[4 * i + 3], alpha);
      if (alpha === 0) assert.deepEqual([...rgba.subarray(4 * i, 4 * i + 3)], [0, 0, 0]);
      else [40, 90, 200].forEach((value, c) => assert.ok(Math.abs(rgba[4 * i + c]! - value) <= 3));
    }
  });

  it('is shown smaller in a preview', () => {
    const { channels } = runToEnd(factorize(picture, { components: 5, seed: 1 }));
    const whole = runToEnd(lowRankPicture(channels, picture));
    const preview = runToEnd(lowRankPreview(channels, picture, 5000));
    assert.ok(preview.width * preview.height <= 5000);
    const every = Math.ceil(picture.width / preview.width);
    assert.deepEqual(
      [...preview.rgba.subarray(4 * (preview.width + 2), 4 * (preview.width + 3))],
      [...whole.rgba.subarray(4 * every * (picture.width + 2), 4 * every * (picture.width + 2) + 4)],
    );
  });
});
