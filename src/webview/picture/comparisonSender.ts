import type { PageState } from '../state';

/** Asks the host for the palettes of the four-up view: when it is opened, and again when what they depend on changes. */
export class ComparisonSender {
  private asked = '';

  constructor(private readonly send: (ks: number[]) => void) {}

  update({ comparedKs, options, isMoving, source, decoded }: PageState): void {
    if (comparedKs.length === 0 || !decoded) {
      this.asked = '';
      return;
    }
    if (isMoving) return;
    const asks = JSON.stringify([comparedKs, { ...options, k: 0 }, source?.url]);
    if (asks === this.asked) return;
    this.asked = asks;
    // After what is being dispatched has been sent: the host answers for the options it has.
    queueMicrotask(() => this.send([...comparedKs]));
  }
}
