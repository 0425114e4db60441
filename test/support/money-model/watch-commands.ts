import type { MoneyHistory } from './money-history.js';

/**
 * Of two requests of one payment that are under way at once nobody could tell whose effect is seen:
 * looked at after every commit of the worker, in the middle of all that is under way.
 */
export function watchCommands(history: MoneyHistory): void {
  const { desk, cases, seen } = history;
  const payments = cases.map(({ paymentId }) => paymentId);
  desk.mortal.afterCommit = async () => {
    const found = await desk.rows(
      `SELECT payment_id FROM payment_commands WHERE payment_id IN (?) AND state = 'unknown'
        GROUP BY payment_id HAVING COUNT(*) > 1 LIMIT 1`,
      [payments],
    );
    if (found.length > 0) seen.push('I2: two commands of one payment were under way at once');
  };
}

export function watchNoMore({ desk }: Pick<MoneyHistory, 'desk'>): void {
  desk.mortal.afterCommit = () => Promise.resolve();
}
