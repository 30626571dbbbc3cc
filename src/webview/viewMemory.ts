/** How the person likes to compare and to read the palette: kept over reloads of the page. */
import { PALETTE_ORDERS, type PaletteOrder } from './palette/paletteOrder';

export const VIEW_MODES = ['divider', 'sideBySide'] as const;
export type ViewMode = (typeof VIEW_MODES)[number];

export interface ViewMemory {
  view: ViewMode;
  /** Where the divider stands, 0–100 % of the picture's width. */
  divider: number;
  /** The order of the palette; without one, what suits its size. */
  paletteOrder?: PaletteOrder;
}

const DEFAULT_VIEW: Readonly<ViewMemory> = { view: 'divider', divider: 50 };

/** Reads what an earlier page wrote; what does not make sense falls back to the default. */
export function readViewMemory(saved: unknown): ViewMemory {
  const memory = { ...DEFAULT_VIEW };
  if (typeof saved !== 'object' || saved === null) {
    return memory;
  }
  if ('view' in saved) {
    memory.view = VIEW_MODES.find((mode) => mode === saved.view) ?? DEFAULT_VIEW.view;
  }
  if ('divider' in saved && typeof saved.divider === 'number' && saved.divider >= 0 && saved.divider <= 100) {
    memory.divider = saved.divider;
  }
  if ('paletteOrder' in saved) {
    const paletteOrder = PALETTE_ORDERS.find((order) => order === saved.paletteOrder);
    if (paletteOrder) memory.paletteOrder = paletteOrder;
  }
  return memory;
}
