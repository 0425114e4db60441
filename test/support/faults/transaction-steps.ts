import type { Statement } from './database-proxy.js';

export interface Step {
  /** Numbers the transactions in the order they were opened, from 0. */
  transaction: number;
  /** Numbers the transaction's statements from its START, which is 0. */
  step: number;
}

/**
 * Tells of each statement where in which transaction it stands; null outside of any. START itself is
 * not counted, for a kill before it is a kill before the first statement.
 */
export function transactionSteps(): (statement: Statement) => Step | null {
  const open = new Map<number, Step | 'begun'>();
  let opened = 0;
  return ({ connection, sql }) => {
    if (/^START TRANSACTION/i.test(sql)) {
      open.set(connection, 'begun');
      return null;
    }
    const at = open.get(connection);
    if (!at) return null;
    const here = at === 'begun' ? { transaction: opened++, step: 0 } : { ...at, step: at.step + 1 };
    if (/^(COMMIT|ROLLBACK)/i.test(sql)) open.delete(connection);
    else open.set(connection, here);
    return here;
  };
}

/** A kill before it is the same as a kill before the next statement: nothing happens in between. */
export function isOnlyLooking(sql: string): boolean {
  return /^\s*SELECT/i.test(sql) && !/FOR UPDATE/i.test(sql);
}
