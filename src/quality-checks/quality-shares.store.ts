import type { Reader, Tx } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import { QualityShareEntity } from './quality-share.entity.js';

export type QualityShare = Readonly<QualityShareEntity>;

/** The share of a permit type on that day; null where none was ever set, so that the usual holds. */
export async function percentOn(
  reader: Reader,
  permitTypeCode: string,
  on: LocalDate,
): Promise<number | null> {
  const rows: { percent: number }[] = await reader.query(
    `SELECT percent FROM quality_shares WHERE permit_type_code = ? AND valid_from <= ?
      ORDER BY valid_from DESC LIMIT 1`,
    [permitTypeCode, on],
  );
  return rows[0]?.percent ?? null;
}

/** Sets the share from a day on; what was set for the same day is replaced. */
export async function setShare(tx: Tx, share: QualityShare): Promise<void> {
  await tx.query(
    `INSERT INTO quality_shares (permit_type_code, valid_from, percent, set_by, set_at)
     VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE percent = VALUES(percent), set_by = VALUES(set_by), set_at = VALUES(set_at)`,
    [share.permitTypeCode, share.validFrom, share.percent, share.setBy, share.setAt],
  );
}
