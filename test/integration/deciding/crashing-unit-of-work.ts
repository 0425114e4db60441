import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';

export class Crash extends Error {}

const WRITES = new Set(['insert', 'update', 'delete', 'save']);
const WRITING_SQL = /^\s*(insert|update|delete|replace)\b/i;

/**
 * A unit of work whose process dies in the middle: before the write with this number, or, when
 * there are not so many, after the last write and before the commit.
 */
export class CrashingUnitOfWork extends UnitOfWork {
  writes = 0;

  constructor(
    private readonly real: UnitOfWork,
    private readonly beforeWrite: number,
  ) {
    super();
  }

  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.real.run(async (tx) => {
      await work(this.watch(tx));
      throw new Crash('The process died before the commit.');
    });
  }

  /** No part of a decision: there is no middle to die in. */
  override runSingle<T>(write: (tx: Tx) => Promise<T>): Promise<T> {
    return this.real.runSingle(write);
  }

  private watch(tx: Tx): Tx {
    return new Proxy(tx, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          if (isWrite(name, given[0])) this.count();
          return (value as (...given: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  }

  private count(): void {
    this.writes += 1;
    if (this.writes === this.beforeWrite) throw new Crash(`The process died at ${this.writes}.`);
  }
}

function isWrite(name: string | symbol, first: unknown): boolean {
  if (typeof name === 'string' && WRITES.has(name)) return true;
  return name === 'query' && typeof first === 'string' && WRITING_SQL.test(first);
}
