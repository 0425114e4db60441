/** So many in any window of time from this process, by the machine's own steady clock. */
export class WindowPace {
  private taken: number[] = [];

  constructor(private readonly windowMs: number) {}

  /** 0: go now, it is counted. Otherwise the milliseconds until there is room for one more. */
  take(most: number, nowMs = performance.now()): number {
    this.taken = this.taken.filter((at) => at > nowMs - this.windowMs);
    const oldest = this.taken[this.taken.length - most];
    if (oldest !== undefined) return Math.ceil(oldest + this.windowMs - nowMs);
    this.taken.push(nowMs);
    return 0;
  }
}
