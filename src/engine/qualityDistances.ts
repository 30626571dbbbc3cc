/**
 * Mean and percentiles of many distances, without keeping them: they are counted in a histogram of steps, to which
 * each is rounded, so a percentile is off by at most half a step. The mean is exact.
 */
export class Distances {
  private readonly counts: Uint32Array;
  private readonly last: number;
  private sum = 0;
  private count = 0;

  /**
   * @param step Resolution of the percentiles, in the distances' unit.
   * @param most Distances above it count as this much in the percentiles.
   */
  constructor(
    private readonly step: number,
    most: number,
  ) {
    this.last = Math.ceil(most / step);
    this.counts = new Uint32Array(this.last + 1);
  }

  add(distance: number): void {
    this.sum += distance;
    this.count++;
    const at = (distance / this.step + 0.5) | 0;
    this.counts[at < this.last ? at : this.last]!++;
  }

  mean(): number {
    return this.sum / this.count;
  }

  /** The least distance that `share` (0–1) of all do not exceed. */
  percentile(share: number): number {
    const wanted = share * this.count;
    let seen = 0;
    let at = -1;
    while (seen < wanted && at < this.last) seen += this.counts[++at]!;
    return Math.max(0, at) * this.step;
  }
}
