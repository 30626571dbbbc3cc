/** The events by which the components tell the app what the person did; all bubble out of their shadow trees. */
import type { ReduceOptions } from '../engine/options';
import type { Target } from '../engine/targets';
import type { ViewMode } from './viewMemory';

export interface PageEvents {
  /** A control was moved. `options` holds only what changed. */
  'tessera-change': { options: Partial<ReduceOptions>; isMoving: boolean };
  'tessera-view': ViewMode;
  /** The divider's place, 0–100. */
  'tessera-divider': number;
  /** A color to copy, as `#rrggbb` or `#rrggbbaa`. */
  'tessera-copy': string;
  /** A palette color (its index) is pointed at, or no longer; `isKept`: it was clicked, and stays highlighted. */
  'tessera-highlight': { index: number | undefined; isKept: boolean };
  /** The eyedropper is taken up or put down. */
  'tessera-pick': boolean;
  /** A color of the original that is to be in the palette, as `#rrggbb` or `#rrggbbaa`. */
  'tessera-lock': string;
  'tessera-save': { isSaveAs: boolean };
  'tessera-retry': undefined;
  'tessera-undo': undefined;
  'tessera-redo': undefined;
  /** Look for the number of colors that meets it; `undefined`: no longer. */
  'tessera-target': Target | undefined;
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
