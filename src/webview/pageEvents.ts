/** The events by which the components tell the app what the person did; all bubble out of their shadow trees. */
import type { ExploreExport } from '../shared/explore/exports';
import type { ReduceOptions } from '../engine/options';
import type { Target } from '../engine/targets';
import type { Zoom } from './picture/placement';
import type { PaletteOrder } from '../shared/paletteOrder';
import type { ExploredPicture } from './picture/exploredPicture';
import type { Background, ViewMode } from './viewMemory';

export type ZoomCommand = 'in' | 'out' | 'fit' | 'actual';

export interface PageEvents {
  /** A control was moved. `options` holds only what changed. */
  'tessera-change': { options: Partial<ReduceOptions>; isMoving: boolean };
  'tessera-view': ViewMode;
  /** The divider's place, 0–100. */
  'tessera-divider': number;
  'tessera-background': Background;
  /** The picture was zoomed or moved. */
  'tessera-zoom': Zoom;
  /** A pixel of the picture is now shown this many CSS pixels wide. */
  'tessera-scale': number;
  /** A button or key asks for another zoom. */
  'tessera-zoom-command': ZoomCommand;
  /** The other picture is to be seen as long as this is held. */
  'tessera-hold': boolean;
  /** A color to copy, as `#rrggbb` or `#rrggbbaa`. */
  'tessera-copy': string;
  /** The order in which the palette is to be shown. */
  'tessera-order': PaletteOrder;
  /** A palette color (its index) is pointed at, or no longer; `isKept`: it was clicked, and stays highlighted. */
  'tessera-highlight': { index: number | undefined; isKept: boolean };
  /** The eyedropper is taken up or put down. */
  'tessera-pick': boolean;
  /** A color of the original that is to be in the palette, as `#rrggbb` or `#rrggbbaa`. */
  'tessera-lock': string;
  /** A tab was chosen, by its id. */
  'tessera-tab': string;
  /** A view of the Explore panel was chosen, by its id. */
  'tessera-explore-view': string;
  /** What the Explore panel shows on the stage instead of the reduced picture; `undefined`: that again. */
  'tessera-explored': readonly ExploredPicture[] | undefined;
  /** Palette colors (their indices) that the Explore panel wants to be seen among dimmed ones. */
  'tessera-isolated': readonly number[];
  /** The palettes that centroids went through, RGBA, first to last, each color at its centroid's place. */
  'tessera-trail': readonly Uint8Array[] | undefined;
  /** A file of the Explore panel is to be saved. */
  'tessera-export-explored': ExploreExport;
  'tessera-save': { isSaveAs: boolean };
  'tessera-export-palette': undefined;
  'tessera-use-palette': undefined;
  'tessera-retry': undefined;
  'tessera-undo': undefined;
  'tessera-redo': undefined;
  /** Look for the number of colors that meets it; `undefined`: no longer. */
  'tessera-target': Target | undefined;
  /** A point of a chart was clicked or entered: its index. */
  'tessera-chart-point': number;
  /** The original is on the canvas. */
  'tessera-original-painted': undefined;
}

export function emit<Name extends keyof PageEvents>(
  from: Element,
  name: Name,
  detail: PageEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
