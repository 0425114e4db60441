import type { Reader } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';

export interface ShareRow {
  permitTypeCode: string;
  validFrom: LocalDate;
  percent: number;
}

/** Every share that was set, by type, the latest day first. */
export async function listShares(reader: Reader): Promise<ShareRow[]> {
  return reader.query(
    `SELECT permit_type_code AS permitTypeCode, valid_from AS validFrom, percent
       FROM quality_shares ORDER BY permit_type_code, valid_from DESC`,
  );
}
