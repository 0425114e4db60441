import type { Reader } from '../platform/database/transaction.js';
import { type LocalDate, localDate } from '../shared/london-date.js';
import type { BankHolidayRow, PolicyBook } from './policy-book.rules.js';
import { isSettingName, type SettingRow } from './policy-settings.rules.js';
import { keptByStamp } from './policy-stamp.queries.js';

/** The whole policy that pages and rules read with every case; kept until it changes. */
export const policyBook: (reader: Reader) => Promise<PolicyBook> = keptByStamp(async (reader) => ({
  settings: await listSettings(reader),
  holidays: new Set((await listBankHolidays(reader)).map(({ on }) => on)),
}));

/** Every value there was, holds and will hold, the oldest first. */
export async function listSettings(reader: Reader): Promise<SettingRow[]> {
  const rows: { name: string; valid_from: string; value: number }[] = await reader.query(
    'SELECT name, valid_from, value FROM policy_settings ORDER BY name, valid_from',
  );
  return rows.flatMap(({ name, valid_from: from, value }) =>
    isSettingName(name) ? [{ name, validFrom: localDate(from), value }] : [],
  );
}

export async function listBankHolidays(
  reader: Reader,
  from: LocalDate = localDate('1000-01-01'),
): Promise<BankHolidayRow[]> {
  const rows: { holiday_on: string; title: string; is_substitute: number }[] = await reader.query(
    'SELECT holiday_on, title, is_substitute FROM bank_holidays WHERE holiday_on >= ? ORDER BY holiday_on',
    [from],
  );
  return rows.map((row) => ({
    on: localDate(row.holiday_on),
    title: row.title,
    isSubstitute: row.is_substitute === 1,
  }));
}
