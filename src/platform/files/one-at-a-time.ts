/** Runs pieces of work one after the other; refuses more than so many that wait. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly maxWaiting: number) {}

  /** Null when the queue is full: the work was not and will not be started. */
  run<T>(work: () => Promise<T>): Promise<T> | null {
    if (this.waiting >= this.maxWaiting) return null;
    this.waiting += 1;
    const result = this.last.then(work);
    this.last = result
      .catch(() => undefined)
      .finally(() => {
        this.waiting -= 1;
      });
    return result;
  }
}
