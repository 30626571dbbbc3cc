import { sameReduction, type ReduceOptions } from '../engine/options';

/** The frame clock, as in `window`; handed in so that tests can drive it. */
export interface FrameClock {
  requestAnimationFrame(callback: () => void): number;
  cancelAnimationFrame(handle: number): void;
}

/**
 * Sends changed options to the host: at most one message a frame while something moves, always the newest, and each
 * rest at once. A rest takes the place of a move that still waits.
 */
export class ChangeSender {
  private waiting: { options: ReduceOptions; frame: number } | undefined;
  private lastMoved: ReduceOptions | undefined;

  constructor(
    private readonly send: (options: ReduceOptions, isMoving: boolean) => void,
    private readonly clock: FrameClock,
  ) {}

  move(options: ReduceOptions): void {
    if (this.waiting) {
      this.waiting.options = options;
      return;
    }
    const frame = this.clock.requestAnimationFrame(() => this.sendWaiting());
    this.waiting = { options, frame };
  }

  rest(options: ReduceOptions): void {
    this.forget();
    this.send(options, false);
  }

  /** The options were set elsewhere: a move that still waits would undo that, with no rest to follow. */
  forget(): void {
    if (this.waiting) this.clock.cancelAnimationFrame(this.waiting.frame);
    this.waiting = undefined;
    this.lastMoved = undefined;
  }

  private sendWaiting(): void {
    const options = this.waiting?.options;
    this.waiting = undefined;
    // A pointer trembles on one number for many events; the host needs to hear it once.
    if (options && !(this.lastMoved && sameReduction(options, this.lastMoved))) {
      this.lastMoved = options;
      this.send(options, true);
    }
  }
}
