import { isDeepStrictEqual } from 'node:util';
import type { MoneyHistory } from './money-history.js';
import { keepOne } from './work-money.js';

/** Everything that is kept of the money, word for word. */
async function allKept({ desk, cases }: MoneyHistory): Promise<unknown> {
  const ids = cases.map(({ id }) => id);
  const kept = [
    'SELECT * FROM payments WHERE application_id IN (?) ORDER BY id',
    'SELECT * FROM payment_commands WHERE application_id IN (?) ORDER BY id',
    'SELECT id FROM ledger_journals WHERE application_id IN (?) ORDER BY id',
    'SELECT id FROM timeline_events WHERE application_id IN (?) ORDER BY id',
    'SELECT id, hold_ends_at FROM applications WHERE id IN (?) ORDER BY id',
  ];
  return Promise.all(kept.map((sql) => desk.rows(sql, [ids])));
}

/** When all is known, every reading ever made may be kept once more, the last first: nothing changes. */
export async function brokenByOldReadings(history: MoneyHistory): Promise<string[]> {
  const before = await allKept(history);
  for (const at of [...history.readings.keys()].reverse()) await keepOne(history, at);
  const isSame = isDeepStrictEqual(await allKept(history), before);
  return isSame ? [] : ['an old reading that is kept late changes what is known'];
}
