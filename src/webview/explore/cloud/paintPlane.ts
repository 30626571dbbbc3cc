import * as l10n from '@vscode/l10n';
import { paletteDisks, pointDisks, trailLines, type CloudContent } from './cloudContent';
import type { Disks } from './cloudScene';
import { AB_REACH, gamutEdges } from './colorPlaces';
import type { Mark } from './marks';

interface PlaneInks {
  /** CSS colors. */
  foreground: string;
  paper: string;
  faint: string;
  font: string;
}

const HIGHLIGHT_GROWTH = 1.5;
const LEAST_REACH = AB_REACH / 6;
const ROOM = 1.15;
/** Of words from the edge, CSS pixels. */
const MARGIN = 6;

/** Paints the a–b plane (a to the right, b upward) all over a canvas. Returns where the palette is, CSS pixels. */
export function paintPlane(canvas: HTMLCanvasElement, content: CloudContent, inks: PlaneInks): Mark[] {
  const context = canvas.getContext('2d');
  if (!context) return [];
  const { clientWidth: width, clientHeight: height } = canvas;
  const points = content.cloud && pointDisks(content.cloud, 'oklab');
  const scale = (Math.min(width, height) / 2 - 1.5 * MARGIN) / reachOf(points?.places ?? []);
  const toX = (a: number) => width / 2 + scale * a;
  const toY = (b: number) => height / 2 - scale * b;
  const lines = (places: Float32Array) => {
    context.beginPath();
    for (let i = 0; i < places.length; i += 6) {
      context.moveTo(toX(places[i]!), toY(places[i + 2]!));
      context.lineTo(toX(places[i + 3]!), toY(places[i + 5]!));
    }
    context.stroke();
  };

  context.scale(canvas.width / width, canvas.height / height);
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = inks.faint;
  lines(gamutEdges('oklab'));
  context.strokeStyle = inks.foreground;
  lines(Float32Array.of(-AB_REACH, 0, 0, AB_REACH, 0, 0, 0, 0, -AB_REACH, 0, 0, AB_REACH));
  if (points) paintPoints(context, points, toX, toY);
  paintWords(context, inks, width, height);
  if (content.trail) {
    context.strokeStyle = inks.foreground;
    context.lineWidth = 1;
    lines(trailLines(content.trail, 'oklab'));
  }
  return paintMarks(context, content, inks, toX, toY);
}

/** How far from gray the colors go; a muted picture is shown larger. */
function reachOf(places: ArrayLike<number>): number {
  let reach = LEAST_REACH;
  for (let i = 0; i < places.length; i += 3) {
    reach = Math.max(reach, ROOM * Math.abs(places[i]!), ROOM * Math.abs(places[i + 2]!));
  }
  return Math.min(reach, AB_REACH);
}

/** Squares: at their size nobody sees a difference, and 30,000 disks would take five times as long. */
function paintPoints(
  context: CanvasRenderingContext2D,
  { places, rgba, diameters }: Disks,
  toX: (a: number) => number,
  toY: (b: number) => number,
): void {
  diameters.forEach((diameter, i) => {
    context.fillStyle = `rgb(${rgba[4 * i]} ${rgba[4 * i + 1]} ${rgba[4 * i + 2]})`;
    const half = diameter / 2;
    context.fillRect(toX(places[3 * i]!) - half, toY(places[3 * i + 2]!) - half, diameter, diameter);
  });
}

function paintMarks(
  context: CanvasRenderingContext2D,
  { palette, highlighted }: CloudContent,
  inks: PlaneInks,
  toX: (a: number) => number,
  toY: (b: number) => number,
): Mark[] {
  const { places, rgba, diameters } = paletteDisks(palette, 'oklab');
  const marks = Array.from(diameters, (diameter, i) => ({
    x: toX(places[3 * i]!),
    y: toY(places[3 * i + 2]!),
    depth: -places[3 * i + 1]!, // light colors lie above dark ones
    diameter: i === highlighted ? HIGHLIGHT_GROWTH * diameter : diameter,
  }));
  const fromBelow = [...marks.keys()].sort((a, b) => marks[b]!.depth - marks[a]!.depth);
  for (const i of fromBelow) {
    const { x, y, diameter } = marks[i]!;
    const ring = i === highlighted ? 3 : 1;
    const rings: [color: string, radius: number][] = [
      [inks.foreground, diameter / 2],
      [inks.paper, diameter / 2 - ring],
      [`rgb(${rgba[4 * i]} ${rgba[4 * i + 1]} ${rgba[4 * i + 2]})`, diameter / 2 - ring - 1],
    ];
    for (const [color, radius] of rings) {
      context.fillStyle = color;
      context.beginPath();
      context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI);
      context.fill();
    }
  }
  return marks;
}

/** What lies at the ends of the axes. */
function paintWords(context: CanvasRenderingContext2D, inks: PlaneInks, width: number, height: number): void {
  context.font = inks.font;
  context.fillStyle = inks.foreground;
  context.strokeStyle = inks.paper; // sets words off from points behind them
  context.lineWidth = 3;
  context.lineJoin = 'round';
  const words: [text: string, x: number, y: number, align: CanvasTextAlign, baseline: CanvasTextBaseline][] =
    [
      [l10n.t('red, +a'), width - MARGIN, height / 2 - MARGIN, 'right', 'bottom'],
      [l10n.t('green, −a'), MARGIN, height / 2 - MARGIN, 'left', 'bottom'],
      [l10n.t('yellow, +b'), width / 2 + MARGIN, MARGIN, 'left', 'top'],
      [l10n.t('blue, −b'), width / 2 + MARGIN, height - MARGIN, 'left', 'bottom'],
    ];
  for (const [text, x, y, align, baseline] of words) {
    context.textAlign = align;
    context.textBaseline = baseline;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
