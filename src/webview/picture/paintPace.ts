/**
 * When to paint while the picture is zoomed or moved. What was painted is moved and scaled at once, in each frame; what is
 * cheap is painted anew in each frame too, what is not when the hand pauses, or now and then while parts are missing.
 */

/** Painting within this many ms leaves the frame its time. */
const CHEAP = 6;
/** A hand that rests for so many ms pauses. */
const PAUSE = 90;
/** Missing parts are waited for so many ms. */
const PATIENCE = 220;

export class PaintPace {
  private cost = 0;
  private paintedAt = -Infinity;
  private pausing: number | undefined;

  /** `didPause` is called when the hand rests after a frame that was not painted. */
  constructor(private readonly didPause: () => void) {}

  /** Whether to paint in this frame of a gesture. `isCovered`: what was painted covers what is seen. */
  isDue(now: number, isCovered: boolean): boolean {
    window.clearTimeout(this.pausing);
    if (this.cost <= CHEAP || (!isCovered && now - this.paintedAt >= PATIENCE)) return true;
    this.pausing = window.setTimeout(this.didPause, PAUSE);
    return false;
  }

  /** A new region was painted from `start` to `end` (ms). */
  painted(start: number, end: number): void {
    this.cost = end - start;
    this.paintedAt = end;
  }

  stop(): void {
    window.clearTimeout(this.pausing);
  }
}
