import assert from 'node:assert/strict';
import { colorHex, colorSector, formatShare } from '../../../src/webview/colorText';
import { shownPalette } from '../../../src/webview/paletteOrder';

describe('color text', () => {
  it('writes opaque colors with six digits and others with eight', () => {
    const rgba = Uint8Array.of(1, 2, 255, 255, 16, 32, 48, 0);
    assert.equal(colorHex(rgba, 0), '#0102ff');
    assert.equal(colorHex(rgba, 1), '#10203000');
  });

  it('writes shares so that a rare color is not none', () => {
    assert.equal(formatShare(0.1236), '12.4 %');
    assert.equal(formatShare(0.0001), '<0.1 %');
    assert.equal(formatShare(0), '0.0 %');
    assert.equal(formatShare(1), '100 %');
  });

  it('goes around the color wheel from red, with both edges of red together', () => {
    const sector = (...rgb: number[]) => colorSector(Uint8Array.of(...rgb, 255), 0);
    assert.equal(sector(120, 120, 130), 0);
    assert.equal(sector(255, 0, 20), sector(255, 20, 0));
    const wheel = [
      sector(255, 0, 0),
      sector(255, 255, 0),
      sector(0, 255, 0),
      sector(0, 0, 255),
      sector(255, 0, 255),
    ];
    assert.deepEqual(
      wheel,
      [...wheel].sort((a, b) => a - b),
    );
    assert.equal(new Set(wheel).size, 5);
  });
});

describe('shown palette', () => {
  const grays = (count: number) => ({
    rgba: Uint8Array.from({ length: 4 * count }, (_, i) =>
      i % 4 === 3 ? 255 : 255 - (Math.floor(i / 4) % 256),
    ),
    shares: Array.from({ length: count }, (_, i) => i / count),
  });

  it('lists few colors, the most used first', () => {
    const { layout, colors } = shownPalette({
      rgba: Uint8Array.of(1, 1, 1, 255, 2, 2, 2, 255, 3, 3, 3, 255),
      shares: [0.2, 0.7, 0.1],
    });
    assert.equal(layout, 'list');
    assert.deepEqual(
      colors.map(({ hex }) => hex),
      ['#020202', '#010101', '#030303'],
    );
  });

  it('puts many colors in a grid from dark to light', () => {
    const { layout, colors } = shownPalette(grays(40));
    assert.equal(layout, 'grid');
    const lightness = colors.map((color) => color.lightness);
    assert.deepEqual(
      lightness,
      [...lightness].sort((a, b) => a - b),
    );
  });

  it('leaves out the rarest beyond 256', () => {
    const { colors, leftOut } = shownPalette(grays(300));
    assert.equal(colors.length, 256);
    assert.equal(leftOut, 44);
    assert.equal(Math.min(...colors.map(({ share }) => share)), 44 / 300);
  });
});
