import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_OPTIONS, type Dither } from '../../../src/engine/options';
import type { IndexedPixels } from '../../../src/engine/pixels';
import { ImageReducer } from '../../../src/engine/reduce';
import { runToEnd } from '../../../src/engine/steps';
import { targetFigure } from '../../../src/engine/targetFigure';
import { searchTarget, targetRange } from '../../../src/engine/targetSearch';
import type { Target, TargetKind, TargetOutcome } from '../../../src/engine/targets';
import { encodePng } from '../../../src/images/encodePng';
import { optimizePng } from '../../../src/images/optimizePng';
import { photograph } from './smallPhotograph';

const RANGE = { min: 2, max: 256 };

/** Tries every k. */
async function bruteForce(
  target: Target,
  figure: (k: number) => Promise<number>,
): Promise<number | undefined> {
  let best: number | undefined;
  for (let k = RANGE.min; k <= RANGE.max; k++) {
    const value = await figure(k);
    const isMet =
      target.kind === 'bytes' || target.kind === 'deltaE' ? value <= target.limit : value >= target.limit;
    if (isMet && (target.kind === 'bytes' || best === undefined)) best = k;
  }
  return best;
}

function kOf(outcome: TargetOutcome): number | undefined {
  return outcome.kind === 'found' ? outcome.found.k : undefined;
}

describe('the search for a target', () => {
  for (const dither of ['none', 'bayer'] as const satisfies Dither[]) {
    describe(`with the real engine and encoder, dither ${dither}`, () => {
      let reducer: ImageReducer;
      let pixels: number;
      const pictures = new Map<number, IndexedPixels>();
      const figures = new Map<string, Promise<number>>();

      before(async () => {
        const picture = await photograph(36);
        pixels = picture.width * picture.height;
        reducer = new ImageReducer(picture);
      });

      /** Each picture is reduced once, for every kind of target measures the same ones. */
      const reduced = (k: number): IndexedPixels => {
        const options = { ...DEFAULT_OPTIONS, k, dither };
        const picture =
          pictures.get(k) ?? runToEnd(reducer.reduce(options, { effort: 'rest', improveMs: 5 })).picture;
        pictures.set(k, picture);
        return picture;
      };
      const compute = async (kind: TargetKind, k: number): Promise<number> => {
        const picture = reduced(k);
        if (kind !== 'bytes') return runToEnd(targetFigure(kind, reducer.pixels, picture));
        return (await optimizePng(encodePng(picture))).byteLength;
      };
      /** Each figure is computed once, for brute force and search ask for the same ones. */
      const figure = (kind: TargetKind) => (k: number) => {
        const key = `${kind} ${k}`;
        const known = figures.get(key) ?? compute(kind, k);
        figures.set(key, known);
        return known;
      };

      for (const kind of ['bytes', 'psnr', 'ssim', 'deltaE'] as const) {
        it(`finds what trying all k finds: ${kind}`, async () => {
          const measure = figure(kind);
          for (const k of [2, 3, 5, 8, 15, 16, 17, 31, 40, 64, 77, 100, 128, 150, 199, 220, 255, 256]) {
            const value = await measure(k);
            for (const limit of [value, value * 1.003, value * 0.997]) {
              const target = { kind, limit };
              const outcome = await searchTarget({ target, range: RANGE, pixels, measure });
              assert.equal(
                kOf(outcome),
                await bruteForce(target, measure),
                `${kind} ${limit}, as at k = ${k}`,
              );
            }
          }
        });
      }

      it('names the nearest where no k meets the target', async () => {
        const small = await searchTarget({
          target: { kind: 'bytes', limit: 60 },
          range: RANGE,
          pixels,
          measure: figure('bytes'),
        });
        assert.deepEqual(small, { kind: 'none', nearest: { k: 2, value: await figure('bytes')(2) } });
        const good = await searchTarget({
          target: { kind: 'psnr', limit: 90 },
          range: RANGE,
          pixels,
          measure: figure('psnr'),
        });
        assert.equal(good.kind, 'none');
        assert.ok(good.kind === 'none' && good.nearest.k > 250, JSON.stringify(good));
      });
    });
  }

  it('is right for any figure that never falls back by more than the margin', async () => {
    const steps = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 255, maxLength: 255 });
    const noise = fc.array(fc.double({ min: -0.014, max: 0, noNaN: true }), {
      minLength: 255,
      maxLength: 255,
    });
    await fc.assert(
      fc.asyncProperty(
        steps,
        noise,
        fc.double({ min: 0, max: 30, noNaN: true }),
        async (rise, fall, limit) => {
          let level = 0;
          const sizes = rise.map((step, i) => Math.exp((level += step) + 2 * fall[i]!));
          const target: Target = { kind: 'bytes', limit: Math.exp(limit) };
          const measure = (k: number) => Promise.resolve(sizes[k - 2]!);
          const outcome = await searchTarget({ target, range: RANGE, pixels: 1e6, measure });
          assert.equal(kOf(outcome), await bruteForce(target, measure));
        },
      ),
    );
  });

  it('takes few tries, counts them, and tries no k twice', async () => {
    const tried: number[] = [];
    const counts: number[] = [];
    const outcome = await searchTarget({
      target: { kind: 'bytes', limit: 50_000 },
      range: RANGE,
      pixels: 400_000,
      measure: (k) => {
        tried.push(k);
        return Promise.resolve(4000 * k ** 0.6);
      },
      onDidProbe: (_, count) => counts.push(count),
    });
    assert.equal(kOf(outcome), 67);
    assert.ok(tried.length <= 16, `${tried.length} tries`);
    assert.equal(new Set(tried).size, tried.length);
    assert.deepEqual(
      counts,
      tried.map((_, i) => i + 1),
    );
  });

  it('takes the same picture for infinitely good, and says so in JSON', async () => {
    const outcome = await searchTarget({
      target: { kind: 'psnr', limit: 99 },
      range: { min: 2, max: 12 },
      pixels: 100,
      measure: (k) => Promise.resolve(k === 12 ? Infinity : 30 + k),
    });
    assert.deepEqual(outcome, { kind: 'found', found: { k: 12, value: null } });
  });

  it('finds the lossless palette for a ΔE of zero, and for an SSIM of one', async () => {
    for (const [kind, limit, far] of [
      ['deltaE', 0, 0.01],
      ['ssim', 1, 0.99],
    ] as const) {
      const outcome = await searchTarget({
        target: { kind, limit },
        range: { min: 2, max: 40 },
        pixels: 100,
        measure: (k) => Promise.resolve(k >= 37 ? limit : far),
      });
      assert.equal(kOf(outcome), 37);
    }
  });

  it('passes on that it was cancelled', async () => {
    const measure = () => Promise.reject(new Error('cancelled'));
    await assert.rejects(
      searchTarget({ target: { kind: 'psnr', limit: 30 }, range: RANGE, pixels: 1, measure }),
      /cancelled/,
    );
  });
});

describe('the range of a search', () => {
  const CASES = [
    [null, 0, 2, 256],
    [5000, 0, 2, 256],
    [40, 0, 2, 40],
    [1, 0, 2, 2],
    [40, 12, 12, 40],
    [10, 12, 12, 12],
    [null, 300, 300, 300],
  ] as const;
  for (const [colors, locked, min, max] of CASES) {
    it(`is ${min} to ${max} for ${colors ?? 'very many'} colors of which ${locked} are locked`, () => {
      assert.deepEqual(targetRange(colors, locked), { min, max });
    });
  }
});
