import type { Reader } from '../platform/database/transaction.js';
import type { ExceptionFact } from './money-facts.rules.js';

/** Refunds outside the rules of this case that nobody has answered; nobody can ask for one yet. */
export async function exceptionsWaiting(reader: Reader, id: string): Promise<ExceptionFact[]> {
  return reader.query('SELECT id FROM applications WHERE id = ? AND 1 = 0', [id]);
}

/** How many of them wait, whatever case they are of. */
export async function countExceptionsWaiting(reader: Reader) {
  const waiting = await exceptionsWaiting(reader, '');
  return { count: waiting.length, pence: 0 };
}

/** When the resident was asked to pay again; nobody can ask yet. */
export async function askedToPayAgainAt(reader: Reader, id: string): Promise<Date | null> {
  await exceptionsWaiting(reader, id);
  return null;
}
