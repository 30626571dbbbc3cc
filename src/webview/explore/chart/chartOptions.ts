import type uPlot from 'uplot';
import { formatNumber } from '../../../shared/localization';
import { scaledFont } from './chartMarks';
import { dashOf, formatSignificant, showsMarkers, type ChartSeries } from './chartSeries';
import { cssVariable, type InkColors } from './themeColors';

type SeriesScale = 'left' | 'right';

/** Room between an axis and its numbers, CSS pixels. */
const AXIS_GAP = 6;

/**
 * How uPlot draws a chart. Colors are asked for at each painting, so that a new theme needs only a repaint.
 * @param at Where the CSS variables are read.
 */
export function chartOptions(of: {
  at: Element;
  ink: () => InkColors;
  series: readonly ChartSeries[];
  xLabel: string;
  isLogX: boolean;
  size: { width: number; height: number };
  /** Called over each painting. */
  drawMarks: (u: uPlot) => void;
  /** The point under the cursor is another one. */
  moved: (index: number | undefined) => void;
}): uPlot.Options {
  const { at, ink } = of;
  const colorOf = (series: ChartSeries) => () => cssVariable(at, series.color, ink().foreground);
  const onRight = of.series.filter(({ scale }) => scale === 'right');
  const onLeft = of.series.filter(({ scale }) => scale !== 'right');
  const lines = {
    stroke: () => ink().muted,
    font: ink().font,
    ticks: { show: false },
    gap: AXIS_GAP,
  } satisfies uPlot.Axis;
  const valueAxis = (scale: SeriesScale, series: readonly ChartSeries[]): uPlot.Axis => ({
    ...lines,
    scale,
    side: scale === 'left' ? 3 : 1,
    show: series.length > 0,
    grid: { show: scale === 'left' || onLeft.length === 0, stroke: () => ink().grid, width: 1 },
    space: 32,
    values: (_, splits) => splits.map(series[0]?.formatTick ?? series[0]?.format ?? tickText),
    size: (u, values) => widest(u, ink().font, values) + AXIS_GAP + 2,
  });
  return {
    ...of.size,
    legend: { show: false },
    padding: [8, onRight.length > 0 ? 0 : 8, 0, onLeft.length > 0 ? 0 : 8],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      // Two quick clicks take two points; there is no zoom to reset.
      bind: { dblclick: () => null },
      points: { size: 7, fill: (_, i) => (i > 0 ? colorOf(of.series[i - 1]!)() : '') },
    },
    scales: {
      x: {
        time: false,
        distr: of.isLogX ? 3 : 1,
        log: 2,
        range: (_, low, high) => xRange(low, high, of.isLogX),
      },
      left: { range: (_, low, high) => valueRange(low, high) },
      right: { range: (_, low, high) => valueRange(low, high) },
    },
    axes: [
      {
        ...lines,
        label: of.xLabel,
        labelFont: ink().font,
        labelSize: 16,
        labelGap: 0,
        size: 22,
        space: 28,
        grid: { show: false },
        values: (_, splits) => splits.map((split) => (Number.isInteger(split) ? formatNumber(split) : null)),
      },
      valueAxis('left', onLeft),
      valueAxis('right', onRight),
    ],
    series: [
      {},
      ...of.series.map((series, i): uPlot.Series => ({
        label: series.label,
        scale: series.scale ?? 'left',
        stroke: colorOf(series),
        width: 2,
        dash: [...dashOf(i)],
        spanGaps: true,
        points: { show: showsMarkers(series), size: 5, fill: colorOf(series), stroke: colorOf(series) },
      })),
    ],
    hooks: {
      draw: [of.drawMarks],
      setCursor: [(u) => of.moved(u.cursor.idx ?? undefined)],
    },
  };
}

/** The x axis ends where the data end; a single point stands in the middle. */
export function xRange(low: number | null, high: number | null, isLog: boolean): [number, number] {
  if (low === null || high === null) return [1, 2];
  if (low < high) return [low, high];
  return isLog ? [low / 2, high * 2] : [low - 1, high + 1];
}

/** A value axis begins at zero unless the data lie far from it. */
export function valueRange(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1];
  const spread = high - low || Math.abs(high) || 1;
  const isNearZero = low >= 0 && low <= 2 * spread;
  return [isNearZero ? 0 : low - 0.08 * spread, high + 0.08 * spread];
}

function tickText(value: number): string {
  // Steps of an axis are round numbers: floating point dust goes, and zeros that say nothing.
  const rounded = Number(value.toPrecision(6));
  return Number.isInteger(rounded) ? formatNumber(rounded) : formatSignificant(rounded).replace(/0+$/, '');
}

/** The width of the widest of an axis' numbers, CSS pixels. */
function widest(u: uPlot, font: string, values: readonly string[] | null): number {
  u.ctx.font = scaledFont(font, devicePixelRatio);
  const widths = (values ?? []).map((value) => u.ctx.measureText(value ?? '').width);
  return Math.ceil(Math.max(0, ...widths) / devicePixelRatio);
}
