import assert from 'node:assert/strict';
import { formatBytes, formatExactBytes } from '../../../src/shared/formatBytes';
import {
  bitsPerPixel,
  compareSizes,
  formatTimes,
  theoreticalRatio,
} from '../../../src/webview/sizeComparison';

describe('formatBytes', () => {
  const cases: [number, string][] = [
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.00 KB'],
    [1604, '1.60 KB'],
    [9994, '9.99 KB'],
    [9996, '10.0 KB'],
    [84_213, '84.2 KB'],
    [502_888, '503 KB'],
    [999_499, '999 KB'],
    [999_600, '1.00 MB'],
    [12_345_678, '12.3 MB'],
    [3_000_000_000, '3.00 GB'],
  ];
  for (const [bytes, text] of cases) {
    it(`writes ${bytes} as ${text}`, () => assert.equal(formatBytes(bytes), text));
  }

  it('has the exact size for tooltips', () => {
    assert.equal(formatExactBytes(84_213), '84,213 bytes');
    assert.equal(formatExactBytes(1), '1 byte');
  });
});

describe('compareSizes', () => {
  it('says how much smaller', () => {
    assert.deepEqual(compareSizes(502_888, 96_000), {
      ratio: '5.2× smaller',
      saved: '81 % saved',
      isSmaller: true,
      fraction: 96_000 / 502_888,
    });
  });

  it('says when the file grew', () => {
    const grown = compareSizes(1000, 1300);
    assert.equal(grown.ratio, '1.3× larger');
    assert.equal(grown.saved, '30 % more');
    assert.equal(grown.isSmaller, false);
    assert.equal(grown.fraction, 1);
  });

  it('does not claim that everything was saved', () => {
    assert.equal(compareSizes(100_000, 300).saved, '99.7 % saved');
  });

  it('calls a hair of a difference the same size', () => {
    assert.equal(compareSizes(1000, 990).ratio, 'about the same size');
  });
});

describe('theory', () => {
  it('counts the bits of an index', () => {
    assert.deepEqual([1, 2, 3, 4, 5, 16, 17, 256].map(bitsPerPixel), [1, 1, 2, 2, 3, 4, 5, 8]);
  });

  it('divides 24 bits by them', () => {
    assert.equal(formatTimes(theoreticalRatio(16)), '6×');
    assert.equal(formatTimes(theoreticalRatio(32)), '4.8×');
    assert.equal(formatTimes(theoreticalRatio(2)), '24×');
  });
});
