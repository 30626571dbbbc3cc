import type { PaneGrid } from './paneLayout';
import type { Placement, Point } from './placement';
import type { Box } from './visibleRegion';

/** The crosshair's ring is no smaller than this, CSS pixels. */
const LEAST_RING = 9;

/** What the styles of the stage (comparePanesStyles.ts) are told, in CSS pixels. */
export function stageVariables(of: {
  placement: Placement;
  grid: PaneGrid;
  /** Where the painted part stands in each pane. */
  box: Box;
  /** What the picture covers of each pane. */
  covered: Box;
  /** 0–100 % of that. */
  divider: number;
  /** The source pixel that is read. */
  cursor: Point | undefined;
}): Record<string, string> {
  const { placement, grid, box, covered, divider, cursor } = of;
  const { scale } = placement;
  const variables = {
    '--columns': grid.columns,
    '--pane-width': grid.pane.width,
    '--pane-height': grid.pane.height,
    '--box-x': box.x,
    '--box-y': box.y,
    '--box-width': box.width,
    '--box-height': box.height,
    '--covered-x': covered.x,
    '--covered-y': covered.y,
    '--covered-width': covered.width,
    '--covered-height': covered.height,
    '--split': covered.x + (divider / 100) * covered.width,
    '--cursor-x': placement.x + scale * ((cursor?.x ?? 0) + 0.5),
    '--cursor-y': placement.y + scale * ((cursor?.y ?? 0) + 0.5),
    '--cursor-size': Math.max(LEAST_RING, scale),
  };
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}
