/** How the person likes to compare and to read the palette: kept over reloads of the page. */
import type { Zoom } from './picture/placement';
import { EXPLORE_VIEW_IDS, type ExploreViewId } from './explore/exploreViewIds';
import { PANELS, type Panel } from '../shared/messages';
import { PALETTE_ORDERS, type PaletteOrder } from '../shared/paletteOrder';

export const VIEW_MODES = ['divider', 'sideBySide', 'original', 'reduced', 'difference', 'fourUp'] as const;
export type ViewMode = (typeof VIEW_MODES)[number];

/** What stands behind transparent pixels. `theme`: the editor's own background. */
export const BACKGROUNDS = ['checkerboard', 'black', 'white', 'theme'] as const;
export type Background = (typeof BACKGROUNDS)[number];

export interface ViewMemory {
  view: ViewMode;
  /** Where the divider stands, 0–100 % of what is seen of the picture. */
  divider: number;
  background: Background;
  /** The order of the palette; without one, what suits its size. */
  paletteOrder?: PaletteOrder;
  panel: Panel;
  exploreView: ExploreViewId;
}

/** What one page remembers of itself beside that: two editors of a picture can look at different parts of it. */
export interface PageMemory extends ViewMemory {
  zoom: Zoom;
}

const DEFAULT_VIEW: Readonly<PageMemory> = {
  view: 'divider',
  divider: 50,
  background: 'checkerboard',
  zoom: 'fit',
  panel: 'reduce',
  exploreView: EXPLORE_VIEW_IDS[0],
};

/** Reads what an earlier page wrote; what does not make sense falls back to the default. */
export function readViewMemory(saved: unknown): PageMemory {
  const memory = { ...DEFAULT_VIEW };
  if (typeof saved !== 'object' || saved === null) {
    return memory;
  }
  if ('view' in saved) {
    memory.view = VIEW_MODES.find((mode) => mode === saved.view) ?? DEFAULT_VIEW.view;
  }
  if ('divider' in saved && isWithin(saved.divider, 0, 100)) {
    memory.divider = saved.divider;
  }
  if ('background' in saved) {
    memory.background = BACKGROUNDS.find((each) => each === saved.background) ?? DEFAULT_VIEW.background;
  }
  if ('zoom' in saved) {
    memory.zoom = readZoom(saved.zoom);
  }
  if ('panel' in saved) memory.panel = PANELS.find((each) => each === saved.panel) ?? DEFAULT_VIEW.panel;
  if ('exploreView' in saved) {
    memory.exploreView =
      EXPLORE_VIEW_IDS.find((each) => each === saved.exploreView) ?? DEFAULT_VIEW.exploreView;
  }
  if ('paletteOrder' in saved) {
    const paletteOrder = PALETTE_ORDERS.find((order) => order === saved.paletteOrder);
    if (paletteOrder) memory.paletteOrder = paletteOrder;
  }
  return memory;
}

function readZoom(saved: unknown): Zoom {
  if (typeof saved !== 'object' || saved === null) return 'fit';
  if (!('scale' in saved && 'centerX' in saved && 'centerY' in saved)) return 'fit';
  const { scale, centerX, centerY } = saved;
  return isWithin(scale, Number.MIN_VALUE, Number.MAX_VALUE) &&
    isWithin(centerX, 0, 1) &&
    isWithin(centerY, 0, 1)
    ? { scale, centerX, centerY }
    : 'fit';
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
