/** Which panes a view has, and how they share the stage. Lengths are CSS pixels. */
import type { ViewMode } from '../viewMemory';
import type { Size } from './placement';

/** What a pane shows: `under` while comparing is held, or beside the divider; `over` otherwise. */
export type Layer =
  | 'original'
  | 'reduced'
  | 'difference'
  | { candidate: number }
  /** A picture of the Explore panel, by its place among them. */
  | { explored: number };

export interface PaneContent {
  under?: Layer;
  over?: Layer;
}

export interface PaneGrid {
  columns: number;
  rows: number;
  /** Of each pane. */
  pane: Size;
}

/** Room under each pane for its caption, and between two panes; as in the styles. */
export const CAPTION = 24;
export const GAP = 16;

/** `ks`: the numbers of colors that `fourUp` compares. Without an original there is only the reduced picture. */
export function panesOf(view: ViewMode, hasOriginal: boolean, ks: readonly number[]): PaneContent[] {
  if (!hasOriginal) return [{ over: 'reduced' }];
  switch (view) {
    case 'divider':
    case 'reduced':
      return [{ under: 'original', over: 'reduced' }];
    case 'original':
      return [{ under: 'reduced', over: 'original' }];
    case 'difference':
      return [{ under: 'original', over: 'difference' }];
    case 'sideBySide':
      return [{ under: 'original' }, { over: 'reduced' }];
    case 'fourUp':
      return ks.map((k) => ({ under: 'original', over: { candidate: k } }));
  }
}

/**
 * One picture of the Explore panel takes the place of the reduced one; several stand beside each other.
 *
 * @param unders What each is compared with.
 */
export function exploredPanesOf(
  view: ViewMode,
  hasOriginal: boolean,
  unders: readonly ('original' | 'reduced')[],
): PaneContent[] {
  const panes = unders.map((compared, explored) => ({
    under: compared === 'original' && !hasOriginal ? undefined : compared,
    over: { explored },
  }));
  const [first, ...others] = panes;
  if (!first?.under || others.length > 0) return panes;
  const { under, over } = first;
  if (view === 'sideBySide') return [{ under }, { over }];
  return view === 'original' ? [{ under: over, over: under }] : [first];
}

/** Beside each other is what people expect; another arrangement must show this much more to be worth the surprise. */
const GAIN = 1.3;

/** The arrangement of `count` panes that shows `picture` largest, with a liking for rows. */
export function arrangePanes(count: number, picture: Size, stage: Size): PaneGrid {
  let best: { grid: PaneGrid; room: number } | undefined;
  for (const columns of columnChoices(count)) {
    const rows = Math.ceil(count / columns);
    const pane = {
      width: Math.floor((stage.width - (columns - 1) * GAP) / columns),
      height: Math.floor(stage.height / rows - CAPTION),
    };
    const room = Math.min(pane.width / picture.width, pane.height / picture.height);
    if (!best || room > best.room * GAIN) best = { grid: { columns, rows, pane }, room };
  }
  return best!.grid; // there is always a choice
}

/** In the order of what is expected. */
function columnChoices(count: number): number[] {
  if (count === 4) return [2, 4, 1];
  if (count > 4) return [Math.ceil(count / 2), count, 2, 1];
  return count > 1 ? [count, 1] : [1];
}
