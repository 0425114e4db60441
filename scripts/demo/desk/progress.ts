import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Which steps are done, one a line, so that a load that was cut off can go on. */
export class Progress {
  private readonly done: Set<string>;

  /** @param scope names the database: another one starts from nothing */
  constructor(
    private readonly file: string,
    private readonly scope: string,
  ) {
    this.done = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  }

  isDone(step: string): boolean {
    return this.done.has(`${this.scope} ${step}`);
  }

  markDone(step: string): void {
    this.done.add(`${this.scope} ${step}`);
    appendFileSync(this.file, `${this.scope} ${step}\n`);
  }
}
