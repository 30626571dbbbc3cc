import type { Pixels } from './pixels';
import type { WorkingSpace } from './workingSpace';

/** What every dither works on. */
export interface DitherTask {
  pixels: Pixels;
  /** RGBA, `4 · colors` bytes, up to 4096 colors. */
  palette: Uint8Array;
  /** The pixels' nearest palette colors. */
  plain: Uint8Array | Uint16Array;
  /** The space in which they are the nearest. */
  space: WorkingSpace;
  /** 0–1. */
  strength: number;
}
