import type { EntityManager } from 'typeorm';

declare const openTransaction: unique symbol;

/** An open transaction. Stores ask for one, so nothing can be written outside of it. */
export type Tx = EntityManager & { readonly [openTransaction]: true };

/** What a query needs: any manager, inside or outside a transaction. */
export type Reader = EntityManager;

/**
 * Opens a transaction (READ COMMITTED), runs the work, commits.
 * On a deadlock or a lock wait it rolls back and runs the work again from the start,
 * so the work must reach nothing but the database.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /** For one fact written by one statement, which is a transaction by itself; refuses a second. */
  abstract runSingle<T>(write: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The database outside any transaction, for `*.queries.ts`. */
export abstract class Database {
  abstract readonly reader: Reader;
}
