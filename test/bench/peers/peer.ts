/** What every contender of the bench is, the engine of this project among them. */
import type { IndexedPixels, Pixels } from '../../../src/engine/pixels';
import type { StageClock } from './stageClock';

export interface Contender {
  name: string;
  license: string;
  /** Keeps partial transparency; the others are left out where a picture has some. */
  handlesAlpha: boolean;
  canDither: boolean;
  /** Takes seconds for a small picture: measured on some of the pictures, and once. */
  isSlow?: boolean;
  /** Above it this contender takes minutes or gigabytes. */
  maxMegapixels?: number;
  /** What the figures of this contender include or lack, for those who read them. */
  note?: string;
  /** Makes it ready to run; says why where it can't. */
  load?: () => Promise<string | undefined>;
  reduce: Reduce;
}

/**
 * Reduces a picture to at most `k` colors. The clock runs from the call to the end of the promise, unless it is
 * told otherwise.
 */
export type Reduce = (
  pixels: Pixels,
  request: ReduceRequest,
  clock: StageClock,
) => Outcome | Promise<Outcome>;

export interface ReduceRequest {
  k: number;
  /** With error diffusion, at full strength. */
  dither: boolean;
}

/** The reduced picture, as palette and indices or as it comes. */
export type Outcome = IndexedPixels | Pixels;
