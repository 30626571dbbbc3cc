import assert from 'node:assert/strict';
import { fractionOfK, kAtFraction, parseK, TICKS } from '../../../../src/webview/controls/kScale';

describe('slider scale', () => {
  it('runs from 2 to 256', () => {
    assert.equal(kAtFraction(0), 2);
    assert.equal(kAtFraction(1), 256);
    assert.equal(kAtFraction(-0.2), 2);
    assert.equal(kAtFraction(1.2), 256);
  });

  it('gives every doubling the same way', () => {
    const gaps = TICKS.slice(1).map((tick, i) => fractionOfK(tick) - fractionOfK(TICKS[i] ?? NaN));
    assert.equal(TICKS.length, 8);
    for (const gap of gaps) {
      assert.ok(Math.abs(gap - 1 / 7) < 1e-12, `${gap}`);
    }
  });

  it('finds each number of colors at its own place', () => {
    for (let k = 2; k <= 256; k++) {
      assert.equal(kAtFraction(fractionOfK(k)), k);
    }
  });

  it('stands at its end for more colors than it reaches', () => {
    assert.equal(fractionOfK(4096), 1);
  });
});

describe('number field', () => {
  const cases: [string, number | undefined][] = [
    ['16', 16],
    ['1', 2],
    ['-5', 2],
    ['5000', 4096],
    ['12.6', 13],
    ['1e3', 1000],
    ['', undefined],
    ['many', undefined],
  ];
  for (const [text, k] of cases) {
    it(`reads "${text}" as ${k}`, () => assert.equal(parseK(text), k));
  }
});
