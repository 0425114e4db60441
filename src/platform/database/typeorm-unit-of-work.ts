import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { selectAlone } from './lists.js';
import { plainFinds } from './plain-finds.js';
import { plainWrites } from './plain-writes.js';
import { type Tx, UnitOfWork } from './transaction.js';

const ATTEMPTS = 5;
/** 1213 deadlock, 1205 lock wait, 1020 record changed since last read: InnoDB asks to try again. */
const TRY_AGAIN = new Set([1213, 1205, 1020]);

export class TypeormUnitOfWork extends UnitOfWork {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.tryAgain(() => this.runOnce(work));
  }

  override runSingle<T>(write: (tx: Tx) => Promise<T>): Promise<T> {
    return this.tryAgain(async () => {
      const runner = this.dataSource.createQueryRunner();
      allowOneStatement(runner);
      try {
        return await write(transactionOn(runner));
      } finally {
        await runner.release();
      }
    });
  }

  private async tryAgain<T>(run: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run();
      } catch (error) {
        if (attempt === ATTEMPTS || !mayTryAgain(error)) throw error;
        await pause(20 + Math.random() * 60 * attempt);
      }
    }
  }

  private async runOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // Every connection reads what is committed (data-source.ts).
      await runner.startTransaction();
      const result = await attemptWork(runner, work);
      await commit(runner);
      return result;
    } finally {
      await runner.release();
    }
  }
}

/** The runner's manager; what is plain is asked and written without a query builder. */
function transactionOn({ manager }: QueryRunner): Tx {
  const finds = plainFinds(manager, (list) => manager.query(selectAlone(list), [...list.values]));
  return Object.assign(Object.create(manager) as Tx, finds, plainWrites(manager));
}

function allowOneStatement(runner: QueryRunner): void {
  const query = runner.query.bind(runner);
  let asked = 0;
  runner.query = (...given: Parameters<typeof query>) => {
    asked += 1;
    if (asked > 1) throw new Error('Two statements are not one: open a transaction with run().');
    return query(...given);
  };
}

async function attemptWork<T>(runner: QueryRunner, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(transactionOn(runner));
  } catch (error) {
    // After 1205 the first half is still open, after 1213 later statements would commit by themselves.
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

/** A failed COMMIT has an unknown outcome: it is never tried again here. */
async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (cause) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw new CommitOutcomeUnknown(cause);
  }
}

export class CommitOutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The database did not confirm the commit; read again before acting.', { cause });
  }
}

function mayTryAgain(error: unknown): boolean {
  if (error instanceof CommitOutcomeUnknown) return false;
  return error instanceof Error && 'errno' in error && TRY_AGAIN.has(Number(error.errno));
}
