import assert from 'node:assert/strict';
import { textContrast } from '../../../../src/webview/palette/textContrast';

describe('Contrast of text on a color', () => {
  // Ratios as WCAG's own examples and common checkers give them, rounded to two places.
  const cases: [hex: string, text: 'black' | 'white', ratio: string, grade: string][] = [
    ['#ffffff', 'black', '21.00', 'AAA'],
    ['#000000', 'white', '21.00', 'AAA'],
    ['#ff0000', 'black', '5.25', 'AA'],
    ['#0000ff', 'white', '8.59', 'AAA'],
    ['#00ff00', 'black', '15.30', 'AAA'],
    ['#767676', 'black', '4.62', 'AA'],
    ['#737373', 'white', '4.74', 'AA'],
    ['#00000000', 'black', '21.00', 'AAA'],
  ];
  for (const [hex, text, ratio, grade] of cases) {
    it(`is ${ratio}:1 on ${hex}, with ${text}`, () => {
      const contrast = textContrast(hex);
      assert.deepEqual([contrast.text, contrast.ratio.toFixed(2), contrast.grade], [text, ratio, grade]);
    });
  }

  it('is never less than AA with the better of black and white', () => {
    for (let gray = 0; gray < 256; gray++) {
      const { ratio } = textContrast(`#${gray.toString(16).padStart(2, '0').repeat(3)}`);
      assert.ok(ratio >= 4.5, `${gray}: ${ratio}`);
    }
  });
});
