/**
 * Palettes for several k beside the one that is shown, for comparing them: one after the other, whenever the worker has
 * nothing better to do. Any request for the picture itself comes first and ends the one under way, which is begun again
 * later.
 */
import { Cancelled } from '../engine/steps';

export class Comparison {
  private readonly wanted = new Set<number>();
  private isRunning = false;

  /**
   * @param compare Computes and sends the palette for one k; rejects with `Cancelled` when something came first.
   * @param isFree Whether nothing else is under way or missing.
   */
  constructor(
    private readonly compare: (k: number) => Promise<void>,
    private readonly isFree: () => boolean,
    private readonly onDidFail: (error: unknown) => void,
  ) {}

  /** Adds to what is wanted. Several pages can ask. */
  ask(ks: readonly number[]): void {
    ks.forEach((k) => this.wanted.add(k));
  }

  /** Nothing is wanted any more: the picture is another one. */
  forget(): void {
    this.wanted.clear();
  }

  /** To be called when there may be time. */
  async goOn(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let k = this.next(); k !== undefined; k = this.next()) {
      try {
        await this.compare(k);
        this.wanted.delete(k);
      } catch (error) {
        if (error instanceof Cancelled) continue; // begun again if there is time already
        this.wanted.clear();
        this.onDidFail(error);
      }
    }
    this.isRunning = false;
  }

  private next(): number | undefined {
    return this.isFree() ? this.wanted.values().next().value : undefined;
  }
}
