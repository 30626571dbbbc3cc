import assert from 'node:assert/strict';
import { colornames } from 'color-name-list/bestof';
import * as fc from 'fast-check';
import { colorOfHex } from '../../../../src/engine/hexColor';
import { rgbToOklab } from '../../../../src/engine/oklab';
import { colorName } from '../../../../src/webview/palette/colorNames';

const list = [...colornames];
const byte = fc.nat(255);

function labOf(hex: string): Float64Array {
  const [r, g, b] = colorOfHex(hex);
  const lab = new Float64Array(3);
  rgbToOklab(r, g, b, lab);
  return lab;
}

function distance(a: string, b: string): number {
  const [x, y] = [labOf(a), labOf(b)];
  return Math.hypot(x[0]! - y[0]!, x[1]! - y[1]!, x[2]! - y[2]!);
}

describe('Names of colors', () => {
  it('are all there in the bundle', () => {
    assert.ok(list.length > 4000);
    assert.equal(list.find(({ name }) => name === 'Azure')?.hex, '#007fff');
    assert.ok(list.every(({ name, hex }) => name !== '' && /^#[0-9a-f]{6}$/.test(hex)));
  });

  it('are their own for every named color', () => {
    for (const { name, hex } of list) assert.equal(colorName(hex), name);
  });

  it('are those of the nearest named color in OKLab', () => {
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        const hex = `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
        const named = list.find(({ name }) => name === colorName(hex))!;
        const nearest = Math.min(...list.map((each) => distance(each.hex, hex)));
        assert.ok(distance(named.hex, hex) <= nearest + 1e-12, `${hex}: ${named.name}`);
      }),
      { numRuns: 60 },
    );
  });

  it('say what is transparent', () => {
    assert.equal(colorName('#12345600'), 'Transparent');
    assert.equal(colorName('#007fff80'), 'Azure');
  });
});
