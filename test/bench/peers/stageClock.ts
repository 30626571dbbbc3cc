/** Times a contender's stages. Preparing its input and unpacking its output are not its work. */
export class StageClock {
  private startedAt = performance.now();
  private paletteAt: number | undefined;
  private stoppedAt: number | undefined;
  /** By which share improving lowered the error, for contenders that say so. */
  improvement: number | undefined;
  /** Rounds of k-means, for contenders that say so. */
  rounds: number | undefined;

  start(): void {
    this.startedAt = performance.now();
  }

  paletteReady(): void {
    this.paletteAt = performance.now();
  }

  /** Only the first time counts, so whoever calls may always stop the clock at the end. */
  stop(): void {
    this.stoppedAt ??= performance.now();
  }

  /** ms; `undefined` where the contender does not tell the stages apart. */
  get palette(): number | undefined {
    return this.paletteAt === undefined ? undefined : this.paletteAt - this.startedAt;
  }

  get whole(): number {
    return (this.stoppedAt ?? performance.now()) - this.startedAt;
  }
}
