import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import type { BankHolidayRow } from './policy-book.rules.js';
import type { SettingRow } from './policy-settings.rules.js';

/** Sets a value from its day on; one set for that very day before gives way. */
export async function putSetting(tx: Tx, { name, validFrom, value }: SettingRow): Promise<void> {
  await tx.query(
    `INSERT INTO policy_settings (name, valid_from, value) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE value = VALUES(value)`,
    [name, validFrom, value],
  );
}

/** True when the day was not one yet. */
export async function insertBankHoliday(tx: Tx, holiday: BankHolidayRow): Promise<boolean> {
  const { on, title, isSubstitute } = holiday;
  const sql =
    'INSERT IGNORE INTO bank_holidays (holiday_on, title, is_substitute) VALUES (?, ?, ?)';
  return (await countWritten(tx, sql, [on, title, isSubstitute ? 1 : 0])) === 1;
}

/** True when there was such a day. */
export async function deleteBankHoliday(tx: Tx, on: LocalDate): Promise<boolean> {
  return (await countWritten(tx, 'DELETE FROM bank_holidays WHERE holiday_on = ?', [on])) === 1;
}
