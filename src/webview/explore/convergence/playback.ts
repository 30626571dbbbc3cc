/**
 * Which round of a recording is shown, and when the next one comes. It knows no clock: `tick` is told the time. No round
 * is ever left out: where painting takes longer than a round should, playing takes longer.
 */

/** The last round stays so many times as long before a loop begins anew. */
const LAST_ROUND_TIMES = 6;

export class Playback {
  round = 0;
  isPlaying = false;
  /** Begins anew after the last round. */
  isLooping = false;
  /** How long a round is shown, ms. */
  roundMs = 250;
  /** The last round; 0: only the start. */
  last = 0;
  /** Since when the round is shown, while playing. */
  private shownAt: number | undefined;

  /** Another recording, shown from `round` on. */
  load(last: number, round = 0): void {
    this.last = last;
    this.isPlaying = false;
    this.show(round);
  }

  /** From the present round, or from the start when that is the last. */
  play(): void {
    if (this.round === this.last) this.show(0);
    this.isPlaying = this.last > 0;
    this.shownAt = undefined;
  }

  pause(): void {
    this.isPlaying = false;
  }

  /** Pauses at another round. */
  goTo(round: number): void {
    this.pause();
    this.show(round);
  }

  /** To be called with each frame while playing. Returns whether another round is to be shown. */
  tick(now: number): boolean {
    if (!this.isPlaying) return false;
    this.shownAt ??= now;
    const isLast = this.round === this.last;
    const due = this.shownAt + (isLast ? LAST_ROUND_TIMES : 1) * this.roundMs;
    if (now < due) return false;
    this.show(isLast ? 0 : this.round + 1);
    // Counted from when it was due, so that frames do not slow it down; but nothing is caught up with.
    this.shownAt = Math.max(due, now - this.roundMs);
    if (this.round === this.last && !this.isLooping) this.pause();
    return true;
  }

  private show(round: number): void {
    this.round = Math.min(this.last, Math.max(0, round));
    this.shownAt = undefined;
  }
}
