import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';

export class Killed extends Error {}

/** The transactions of a worker that can be killed: before or after the one with a number. */
export class MortalUnitOfWork extends UnitOfWork {
  private left: number | null = null;
  private isBefore = false;
  /** Looks at what others can see now, after each commit. */
  afterCommit: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly real: UnitOfWork) {
    super();
  }

  /** The process dies at the transaction after so many more: before it, or after its commit. */
  dieAfter(transactions: number, isBefore: boolean): void {
    this.left = transactions;
    this.isBefore = isBefore;
  }

  live(): void {
    this.left = null;
  }

  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.asLongAsItLives(() => this.real.run(work));
  }

  override runSingle<T>(write: (tx: Tx) => Promise<T>): Promise<T> {
    return this.asLongAsItLives(() => this.real.runSingle(write));
  }

  private async asLongAsItLives<T>(transaction: () => Promise<T>): Promise<T> {
    const isLast = this.left === 0;
    if (this.left !== null && this.left < 0) throw new Killed('It is dead.');
    if (this.left !== null) this.left -= 1;
    if (isLast && this.isBefore) throw new Killed('It died before a transaction.');
    const came = await transaction();
    await this.afterCommit();
    if (isLast) throw new Killed('It died after a commit.');
    return came;
  }
}
