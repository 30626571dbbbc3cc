import type uPlot from 'uplot';
import { cssVariable, type InkColors } from './themeColors';
import type { ChartAnnotation, ChartSeries } from './chartSeries';

/** Of words, CSS pixels. */
const GAP = 4;
const LINE_HEIGHT = 14;
const RING = 4.5;

/**
 * Draws over a chart: a line with a name at each annotation, and at the marked x a line with a ring around each value.
 * The names stand on the panel's background, so that no line of the data runs through them.
 */
export function drawMarks(
  u: uPlot,
  at: Element,
  ink: InkColors,
  of: {
    series: readonly ChartSeries[];
    marked: number | undefined;
    annotations: readonly ChartAnnotation[];
  },
): void {
  const { ctx, bbox } = u;
  const pixel = devicePixelRatio;
  const placeOf = (index: number) => Math.round(u.valToPos(u.data[0][index]!, 'x', true));
  const isIn = (index: number) => index >= 0 && index < u.data[0].length;

  ctx.save();
  ctx.lineWidth = pixel;
  if (of.marked !== undefined && isIn(of.marked)) {
    const x = placeOf(of.marked);
    ctx.strokeStyle = ink.foreground;
    line(ctx, x, bbox.top, bbox.top + bbox.height);
    for (const { values, color, scale } of of.series) {
      const value = values[of.marked];
      if (typeof value !== 'number') continue;
      ctx.beginPath();
      ctx.arc(x, u.valToPos(value, scale ?? 'left', true), RING * pixel, 0, 2 * Math.PI);
      ctx.fillStyle = cssVariable(at, color, ink.foreground);
      ctx.fill();
      ctx.stroke();
    }
  }
  ctx.font = scaledFont(ink.font, pixel);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  of.annotations
    .filter(({ index }) => isIn(index))
    .forEach(({ index, label }, row) => {
      const x = placeOf(index);
      ctx.strokeStyle = ink.muted;
      ctx.setLineDash([4 * pixel, 3 * pixel]);
      if (index !== of.marked) line(ctx, x, bbox.top, bbox.top + bbox.height);
      ctx.setLineDash([]);
      const width = ctx.measureText(label).width + 2 * GAP * pixel;
      const fitsRight = x + width <= bbox.left + bbox.width;
      const left = fitsRight ? x + pixel : x - pixel - width;
      const height = LINE_HEIGHT * pixel;
      const top = bbox.top + row * height;
      ctx.fillStyle = ink.background;
      ctx.fillRect(left, top, width, height);
      ctx.fillStyle = ink.foreground;
      ctx.fillText(label, left + GAP * pixel, top + height / 2);
    });
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, x: number, top: number, bottom: number): void {
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
}

/** uPlot's own canvas is in device pixels. */
export function scaledFont(font: string, pixel: number): string {
  return font.replace(/^([\d.]+)px/, (_, size: string) => `${Number(size) * pixel}px`);
}
