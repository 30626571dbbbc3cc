import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PALETTE_ORDERS, sortEntries, usualOrder, type PaletteOrder } from '../../../src/shared/paletteOrder';
import { entriesOf } from '../webview/palette/palette';

const hexes = (found: string[], order: PaletteOrder) =>
  sortEntries(entriesOf(found), order).map(({ hex }) => hex);

describe('Orders of a palette', () => {
  it('by share put the most used first', () => {
    assert.deepEqual(hexes(['#010101', '#020202', '#030303'], 'share'), ['#030303', '#020202', '#010101']);
  });

  it('of the file leave it as it is', () => {
    const file = ['#ff0000', '#000000', '#00ff00'];
    assert.deepEqual(hexes(file, 'file'), file);
  });

  it('by luminance go from dark to light, as people see it', () => {
    assert.deepEqual(hexes(['#ffff00', '#0000ff', '#ffffff', '#ff0000', '#00ff00', '#000000'], 'luminance'), [
      '#000000',
      '#0000ff',
      '#ff0000',
      '#00ff00',
      '#ffff00',
      '#ffffff',
    ]);
  });

  it('by hue go around the wheel from red, with both edges of red together, grays last, then what is transparent', () => {
    const wheel = ['#ff0014', '#ff0000', '#ff8000', '#ffff00', '#00ff00', '#00ffff', '#0000ff', '#ff00ff'];
    const grays = ['#202020', '#808088'];
    const sorted = hexes(['#00000000', ...grays, ...[...wheel].reverse()], 'hue');
    assert.deepEqual(new Set(sorted.slice(0, 2)), new Set(wheel.slice(0, 2)));
    assert.deepEqual(sorted.slice(2), [...wheel.slice(2), ...grays, '#00000000']);
  });

  it('by hue go from dark to light within a hue', () => {
    assert.deepEqual(hexes(['#8080ff', '#000080', '#0000ff'], 'hue'), ['#000080', '#0000ff', '#8080ff']);
  });

  it('never lose a color', () => {
    const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map(([r, g, b]) => {
      return `#${((r << 16) | (g << 8) | b).toString(16).padStart(6, '0')}`;
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(color, { minLength: 1 }),
        fc.constantFrom(...PALETTE_ORDERS),
        (found, order) => {
          assert.deepEqual(hexes(found, order).sort(), [...found].sort());
        },
      ),
    );
  });

  it('are by share for a list and by hue for a grid, until a person chooses', () => {
    assert.equal(usualOrder(16), 'share');
    assert.equal(usualOrder(17), 'hue');
  });
});
