import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { PropertyRow } from './property-row.rules.js';

/** A row of the file beside what is recorded; an invalid one only keeps its property from removal. */
export interface StagedRow {
  line: number;
  isValid: boolean;
  row: PropertyRow;
}

/** A row that contradicts another row of the file or a recorded stretch. */
export interface Clash {
  line: number;
  column: 'address' | 'from';
  value: string;
  reason: string;
}

export async function stageRows(tx: Tx, importId: string, rows: StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO property_import_rows
       (import_id, line, is_valid, uprn, address, town, postcode, zone_code, valid_from, valid_to)
     VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    rows.flatMap(({ line, isValid, row }) => [
      importId,
      line,
      isValid ? 1 : 0,
      row.uprn,
      row.address,
      row.town,
      row.postcode,
      row.zoneCode,
      row.validFrom,
      row.validTo,
    ]),
  );
}

/** Rows of one property that spell its address in two ways; the first spelling is taken as meant. */
export async function findAddressClashes(tx: Tx, importId: string): Promise<Clash[]> {
  const rows: { line: number; address: string; first_line: number }[] = await tx.query(
    `SELECT line, address, first_line
       FROM (SELECT line, address, town, postcode,
                    FIRST_VALUE(line) OVER (PARTITION BY uprn ORDER BY line) AS first_line,
                    FIRST_VALUE(address) OVER (PARTITION BY uprn ORDER BY line) AS first_address,
                    FIRST_VALUE(town) OVER (PARTITION BY uprn ORDER BY line) AS first_town,
                    FIRST_VALUE(postcode) OVER (PARTITION BY uprn ORDER BY line) AS first_postcode
               FROM property_import_rows WHERE import_id = ? AND is_valid = 1) spellings
      WHERE address <> first_address OR town <> first_town OR postcode <> first_postcode
      ORDER BY line`,
    [importId],
  );
  return rows.map((row) => ({
    line: row.line,
    column: 'address',
    value: row.address,
    reason: `Line ${row.first_line} gives another address, town or postcode for this UPRN: give the same one`,
  }));
}

/** Rows of one property that start before an earlier stretch in the file has ended. */
export async function findOverlapsInFile(tx: Tx, importId: string): Promise<Clash[]> {
  const rows: { line: number; valid_from: string; other_line: number }[] = await tx.query(
    `SELECT line, valid_from, other_line
       FROM (SELECT line, valid_from,
                    LAG(line) OVER (PARTITION BY uprn ORDER BY valid_from, line) AS other_line,
                    MAX(COALESCE(valid_to, '9999-12-31')) OVER (
                      PARTITION BY uprn ORDER BY valid_from, line
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_to
               FROM property_import_rows
              WHERE import_id = ? AND is_valid = 1 AND zone_code IS NOT NULL) stretches
      WHERE valid_from <= taken_to ORDER BY line`,
    [importId],
  );
  return rows.map((row) => ({
    line: row.line,
    column: 'from',
    value: row.valid_from,
    reason: `This property is in a zone on some of the same days already (see line ${row.other_line}): end one stretch the day before the next starts`,
  }));
}

/** Rows that share a day with a recorded stretch that the file does not give anew. */
export async function findOverlapsWithRecorded(tx: Tx, importId: string): Promise<Clash[]> {
  const rows: { line: number; valid_from: string; zone_code: string; recorded_from: string }[] =
    await tx.query(
      `SELECT r.line, r.valid_from, MIN(z.zone_code) AS zone_code,
              MIN(z.valid_from) AS recorded_from
         FROM property_import_rows r
         JOIN property_zones z ON z.uprn = r.uprn
        WHERE r.import_id = ? AND r.is_valid = 1 AND r.zone_code IS NOT NULL
          AND (z.valid_to IS NULL OR r.valid_from <= z.valid_to)
          AND (r.valid_to IS NULL OR z.valid_from <= r.valid_to)
          AND NOT EXISTS (SELECT 1 FROM property_import_rows g FORCE INDEX (PRIMARY)
                           WHERE g.import_id = r.import_id AND g.uprn = r.uprn
                             AND g.valid_from = z.valid_from)
        GROUP BY r.line, r.valid_from ORDER BY r.line`,
      [importId],
    );
  return rows.map((row) => ({
    line: row.line,
    column: 'from',
    value: row.valid_from,
    reason: `It is recorded in ${row.zone_code} from ${row.recorded_from} on some of the same days: add a row that gives that stretch its last day`,
  }));
}

export async function markInvalid(tx: Tx, importId: string, lines: number[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    'UPDATE property_import_rows SET is_valid = 0 WHERE import_id = ? AND line IN (?)',
    [importId, lines],
  );
}

/** A property with one invalid row is left as it is; returns how many good rows that leaves out. */
export async function leaveOutHalfReadProperties(tx: Tx, importId: string): Promise<number> {
  return countWritten(
    tx,
    `UPDATE (SELECT DISTINCT uprn FROM property_import_rows
              WHERE import_id = ? AND is_valid = 0) half
     STRAIGHT_JOIN property_import_rows r FORCE INDEX (PRIMARY) ON r.uprn = half.uprn
        SET r.is_valid = 0
      WHERE r.import_id = ? AND r.is_valid = 1`,
    [importId, importId],
  );
}

export async function forgetRows(tx: Tx, importId: string): Promise<void> {
  await tx.query('DELETE FROM property_import_rows WHERE import_id = ?', [importId]);
}
