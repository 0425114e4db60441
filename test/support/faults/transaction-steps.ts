import type { Statement } from './database-proxy.js';

export interface Step {
  /** Numbers the transactions in the order they were opened, from 0. */
  transaction: number;
  /** Numbers the transaction's statements from its START, which is 0. */
  step: number;
}

/** Tells of each statement where in which transaction it stands; null outside of any. */
export function transactionSteps(): (statement: Statement) => Step | null {
  const open = new Map<number, Step>();
  let opened = 0;
  return ({ connection, sql }) => {
    if (/^START TRANSACTION/i.test(sql)) {
      open.set(connection, { transaction: opened, step: 0 });
      opened += 1;
      return { transaction: opened - 1, step: 0 };
    }
    const at = open.get(connection);
    if (!at) return null;
    at.step += 1;
    if (/^(COMMIT|ROLLBACK)/i.test(sql)) open.delete(connection);
    return { ...at };
  };
}

/** A kill before it is the same as a kill before the next statement: nothing happens in between. */
export function isOnlyLooking(sql: string): boolean {
  return /^\s*SELECT/i.test(sql) && !/FOR UPDATE/i.test(sql);
}
