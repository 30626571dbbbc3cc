/** What a line chart shows, and how its values are said. */
import { formatNumber } from '../../../shared/localization';

export interface ChartSeries {
  label: string;
  /** One for each x; `null` where there is none: the line goes straight on to the next value. */
  values: readonly (number | null)[];
  /** The name of a CSS variable, such as `--vscode-charts-blue`. */
  color: string;
  /** The axis that its values are read at; left by default. */
  scale?: 'left' | 'right';
  /** Stands behind each value that `format` does not write. */
  unit?: string;
  /** Writes a value, with its unit. */
  format?: (value: number) => string;
  /** Writes a number at the axis; `format` by default. */
  formatTick?: (value: number) => string;
}

/** A point of the x axis with a name, such as the elbow. */
export interface ChartAnnotation {
  index: number;
  label: string;
}

/** Lines differ by more than their color: a color alone says nothing to some people, and little in high contrast. */
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3]];

/** The dashes of a series' line, CSS pixels; none for the first one. */
export function dashOf(seriesIndex: number): readonly number[] {
  return DASHES[seriesIndex % DASHES.length]!;
}

/** Above this many values the markers would touch each other in a narrow chart. */
const MOST_MARKERS = 30;

/** Whether each value gets a marker: where few were measured, a line alone would claim to know what is between them. */
export function showsMarkers({ values }: ChartSeries): boolean {
  return values.reduce((count: number, value) => count + (value === null ? 0 : 1), 0) <= MOST_MARKERS;
}

/** A value with three significant digits, but all digits of its integer part: `0.0123`, `12.3`, `12,345`. */
export function formatSignificant(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value);
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return formatNumber(value, Math.min(Math.max(2 - magnitude, 0), 12));
}

/** A value as it is read; `–` where there is none. */
export function valueText(series: ChartSeries, index: number): string {
  const value = series.values[index];
  if (value === null || value === undefined) return '–';
  if (series.format) return series.format(value);
  const text = formatSignificant(value);
  return series.unit ? `${text} ${series.unit}` : text;
}

/** What a screen reader says at a point: `7 colors, Elbow: Error 0.012; Size 14 KB`. */
export function spokenPoint(
  chart: {
    x: readonly number[];
    xText: (x: number) => string;
    series: readonly ChartSeries[];
    annotations?: readonly ChartAnnotation[];
  },
  index: number,
): string {
  const names = annotationsAt(chart.annotations, index);
  const place = [chart.xText(chart.x[index] ?? 0), ...names].join(', ');
  const values = chart.series
    .filter((series) => typeof series.values[index] === 'number')
    .map((series) => `${series.label} ${valueText(series, index)}`);
  return values.length === 0 ? place : `${place}: ${values.join('; ')}`;
}

export function annotationsAt(annotations: readonly ChartAnnotation[] | undefined, index: number): string[] {
  return (annotations ?? []).filter((annotation) => annotation.index === index).map(({ label }) => label);
}

/** Where a key leads from a point; `undefined`: it is not a key for moving. A page is a tenth of the points. */
export function indexAfterKey(key: string, index: number, count: number): number | undefined {
  const page = Math.max(1, Math.round(count / 10));
  const targets: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - page,
    PageUp: index + page,
    Home: 0,
    End: count - 1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}
