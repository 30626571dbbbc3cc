import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { colorOfHex } from '../../../src/engine/hexColor';
import { DEFAULT_OPTIONS, DITHERS, type Recoloring, type ReduceOptions } from '../../../src/engine/options';
import type { Pixels } from '../../../src/engine/pixels';
import { QuickRemap } from '../../../src/engine/quickRemap';
import { recolorPalette, recolorShares } from '../../../src/engine/recolor';
import { ImageReducer } from '../../../src/engine/reduce';
import { runToEnd } from '../../../src/engine/steps';
import { encodePng } from '../../../src/images/encodePng';
import { colorHex } from '../../../src/webview/colorText';
import { distinctColors, noisyPicture, pictureOf } from './pictures';

const REST = { effort: 'rest', improveMs: 20 } as const;

function reduce(reducer: ImageReducer, options: Partial<ReduceOptions>) {
  return runToEnd(reducer.reduce({ ...DEFAULT_OPTIONS, ...options }, REST));
}

type Reduced = ReturnType<typeof reduce>;

function hexes(palette: Uint8Array): string[] {
  return Array.from({ length: palette.length / 4 }, (_, i) => colorHex(palette, i));
}

function pixelHexes({ picture }: Reduced): string[] {
  const colors = hexes(picture.palette);
  return Array.from(picture.indices, (index) => colors[index]!);
}

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constantFrom(255, 255, 128, 0))
  .map((color) => (color[3] === 0 ? '#00000000' : colorHex(Uint8Array.from(color), 0)));

describe('Recoloring', () => {
  const PICTURES: Record<string, Pixels> = {
    opaque: noisyPicture({ seed: 41 }),
    translucent: noisyPicture({ seed: 42, alpha: 'mixed' }),
    'of few colors': pictureOf([
      [1, 2, 3, 255],
      [200, 2, 3, 255],
      [1, 200, 3, 255],
      [1, 2, 3, 255],
      [0, 0, 0, 0],
    ]),
  };

  for (const [kind, pixels] of Object.entries(PICTURES)) {
    it(`swaps colors and nothing else, never more than k (${kind} picture)`, () => {
      const reducer = new ImageReducer(pixels);
      fc.assert(
        fc.property(
          fc.integer({ min: 4, max: 24 }),
          fc.uniqueArray(hex, { minLength: 1, maxLength: 4 }),
          fc.array(hex, { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...DITHERS),
          (k, locked, targets, dither) => {
            const recolored: Recoloring[] = locked
              .slice(0, targets.length)
              .map((from, i) => ({ from, to: targets[i]! }));
            const plain = reduce(reducer, { k, locked, dither });
            const swapped = reduce(reducer, { k, locked, dither, recolored });
            const written = new Map(recolored.map(({ from, to }) => [from, to]));
            assert.deepEqual(
              pixelHexes(swapped),
              pixelHexes(plain).map((color) => written.get(color) ?? color),
            );
            const palette = hexes(swapped.palette);
            assert.equal(new Set(palette).size, palette.length);
            assert.ok(palette.length <= plain.palette.length && palette.length <= k);
            for (const color of locked) assert.ok(palette.includes(written.get(color) ?? color), color);
            assert.ok(encodePng(swapped.picture).byteLength > 0, 'in the order of a file');
            assert.ok(Math.abs(swapped.shares.reduce((a, b) => a + b) - 1) < 1e-9);
          },
        ),
        { numRuns: 30 },
      );
    });
  }

  it('makes one palette color of two that are written the same, with both their pixels', () => {
    const reducer = new ImageReducer(PICTURES.opaque!);
    const options = { k: 8, locked: ['#ff0000', '#0000ff'] };
    const plain = reduce(reducer, options);
    const merged = reduce(reducer, {
      ...options,
      recolored: [
        { from: '#ff0000', to: '#123456' },
        { from: '#0000ff', to: '#123456' },
      ],
    });
    assert.equal(merged.palette.length / 4, 7);
    const shareOf = (reduced: Reduced, color: string) =>
      reduced.shares[hexes(reduced.palette).indexOf(color)]!;
    const sum = shareOf(plain, '#ff0000') + shareOf(plain, '#0000ff');
    assert.ok(Math.abs(shareOf(merged, '#123456') - sum) < 1e-12);
  });

  it('does not go on from one color to the next: two colors can be swapped', () => {
    const swapped = recolorPalette(Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255), [
      { from: '#000000', to: '#ffffff' },
      { from: '#ffffff', to: '#000000' },
    ]);
    assert.deepEqual(hexes(swapped.palette), ['#000000', '#ffffff']);
    assert.deepEqual(swapped.lookup?.places, [1, 0]);
  });

  it('leaves the palette as it is when nothing of it is recolored', () => {
    const palette = Uint8Array.of(1, 2, 3, 255);
    assert.equal(recolorPalette(palette, [{ from: '#999999', to: '#ffffff' }]).palette, palette);
    assert.equal(recolorPalette(palette, [{ from: '#010203', to: '#010203' }]).lookup, undefined);
  });

  it('of a picture with few colors does not claim to keep it', () => {
    const reducer = new ImageReducer(PICTURES['of few colors']!);
    const options = { k: 8, locked: ['#010203'] };
    assert.equal(reduce(reducer, options).isLossless, true);
    const recolored = [{ from: '#010203', to: '#ffffff' }];
    const swapped = reduce(reducer, { ...options, recolored });
    assert.equal(swapped.isLossless, false);
    assert.ok(runToEnd(reducer.measure(swapped)).mse > 0, 'measured with the colors that are written');
  });

  it('fills what is transparent, when that is recolored', () => {
    const reducer = new ImageReducer(PICTURES.translucent!);
    const recolored = [{ from: '#00000000', to: '#336699' }];
    const filled = reduce(reducer, { k: 12, locked: ['#00000000'], recolored });
    pixelHexes(filled).forEach((color, i) => {
      if (PICTURES.translucent!.rgba[4 * i + 3] === 0) assert.equal(color, '#336699');
    });
  });

  it('adds shares up for colors that became one', () => {
    const { palette, lookup } = recolorPalette(Uint8Array.of(9, 9, 9, 255, 8, 8, 8, 255, 7, 7, 7, 255), [
      { from: '#090909', to: '#070707' },
    ]);
    assert.deepEqual(hexes(palette), ['#070707', '#080808']);
    assert.deepEqual(recolorShares([0.5, 0.3, 0.2], lookup!), [0.7, 0.3]);
  });

  it('is painted in the preview as it is written, pixel by pixel where the preview is', () => {
    const { rgba, width } = PICTURES.opaque!;
    const found = Uint8Array.from(['#ff0000', '#00ff00', '#223344'].flatMap((color) => colorOfHex(color)));
    const written = Uint8Array.from(['#ffffff', '#00ff00', '#000000'].flatMap((color) => colorOfHex(color)));
    for (const kind of DITHERS) {
      const dither = { kind, strength: 100 };
      const plain = new Uint8ClampedArray(rgba.length);
      const swapped = new Uint8ClampedArray(rgba.length);
      new QuickRemap(found, 'oklab', dither).paint(Uint8ClampedArray.from(rgba), plain, width);
      new QuickRemap(found, 'oklab', dither, written).paint(Uint8ClampedArray.from(rgba), swapped, width);
      for (let i = 0; i < rgba.length / 4; i++) {
        const place = hexes(found).indexOf(colorHex(new Uint8Array(plain.buffer), i));
        assert.equal(colorHex(new Uint8Array(swapped.buffer), i), hexes(written)[place]);
      }
      assert.ok(distinctColors(new Uint8Array(swapped.buffer)).size > 1);
    }
  });

  it('while a color is being chosen shows the palette of the result, not a quicker one', () => {
    const reducer = new ImageReducer(PICTURES.opaque!);
    const options = { ...DEFAULT_OPTIONS, locked: ['#ff0000'] };
    const rest = runToEnd(reducer.palette(options, REST));
    const recolored = [{ from: '#ff0000', to: '#00ff00' }];
    const moving = runToEnd(reducer.palette({ ...options, recolored }, { effort: 'moving' }));
    assert.deepEqual(moving.palette, rest.palette);
  });
});
