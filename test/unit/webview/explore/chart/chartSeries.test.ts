import assert from 'node:assert/strict';
import {
  dashOf,
  formatSignificant,
  indexAfterKey,
  showsMarkers,
  spokenPoint,
  valueText,
  type ChartSeries,
} from '../../../../../src/webview/explore/chart/chartSeries';

const error: ChartSeries = { label: 'Error', values: [0.5, 0.125, null], color: '--vscode-charts-blue' };
const size: ChartSeries = { ...error, label: 'Size', values: [3, null, 5], unit: 'KB', scale: 'right' };

describe('A line chart', () => {
  it('says the place, its names and every value that is there', () => {
    const chart = {
      x: [2, 3, 4],
      xText: (x: number) => `${x} colors`,
      series: [error, size],
      annotations: [{ index: 1, label: 'Elbow' }],
    };
    assert.equal(spokenPoint(chart, 0), '2 colors: Error 0.500; Size 3.00 KB');
    assert.equal(spokenPoint(chart, 1), '3 colors, Elbow: Error 0.125');
    assert.equal(spokenPoint({ ...chart, series: [error] }, 2), '4 colors');
  });

  it('writes values with three significant digits, or as the series asks', () => {
    const cases: [number, string][] = [
      [0, '0'],
      [0.012345, '0.0123'],
      [-1.5, '-1.50'],
      [12345.6, '12,346'],
      [99.96, '100.0'],
    ];
    for (const [value, text] of cases) assert.equal(formatSignificant(value), text);
    assert.equal(valueText(error, 2), '–');
    assert.equal(valueText({ ...size, format: (value) => `${value}!` }, 0), '3!');
  });

  it('moves by the keys of a slider and stays within its points', () => {
    const cases: [string, number, number | undefined][] = [
      ['ArrowRight', 4, 5],
      ['ArrowLeft', 0, 0],
      ['ArrowUp', 254, 254],
      ['PageDown', 100, 74],
      ['PageUp', 250, 254],
      ['Home', 9, 0],
      ['End', 9, 254],
      ['Enter', 9, undefined],
      ['toString', 9, undefined],
    ];
    for (const [key, from, to] of cases) assert.equal(indexAfterKey(key, from, 255), to, key);
  });

  it('tells its first four lines apart without color, and marks values that stand alone', () => {
    assert.equal(new Set([0, 1, 2, 3].map((i) => dashOf(i).join())).size, 4);
    assert.equal(showsMarkers(error), true);
    assert.equal(showsMarkers({ ...error, values: Array.from({ length: 255 }, (_, i) => i) }), false);
    const sparse = Array.from({ length: 255 }, (_, i) => (i % 16 === 0 ? i : null));
    assert.equal(showsMarkers({ ...error, values: sparse }), true);
  });
});
