import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';

/** How many properties the staged rows would touch. */
export interface PropertyChanges {
  newCount: number;
  changedCount: number;
  unchangedCount: number;
}

/**
 * Rows staged in this transaction are not in the server's statistics yet; left to itself it would
 * read all of them once for each property.
 */
const BY_PROPERTY = 'property_import_rows r FORCE INDEX (PRIMARY)';

/** One line per property of the valid staged rows, which agree on its address. */
const STAGED = `SELECT uprn, MIN(address) AS address, MIN(town) AS town, MIN(postcode) AS postcode
  FROM property_import_rows WHERE import_id = ? AND is_valid = 1 GROUP BY uprn`;

const DIFFERS = `(p.removed_at IS NOT NULL OR p.address COLLATE utf8mb4_bin <> s.address
  OR p.town COLLATE utf8mb4_bin <> s.town OR p.postcode <> s.postcode)`;

/** Staged stretches that are not recorded just so. */
const STRETCH_DIFFERS = `EXISTS (SELECT 1 FROM ${BY_PROPERTY}
    LEFT JOIN property_zones z ON z.uprn = r.uprn AND z.valid_from = r.valid_from
   WHERE r.import_id = ? AND r.uprn = p.uprn AND r.is_valid = 1 AND r.zone_code IS NOT NULL
     AND (z.uprn IS NULL OR z.zone_code <> r.zone_code OR NOT z.valid_to <=> r.valid_to))`;

/** Recorded stretches that the file leaves out; only a full file says that they are gone. */
const STRETCH_GONE = `EXISTS (SELECT 1 FROM property_zones z
   WHERE z.uprn = p.uprn
     AND NOT EXISTS (SELECT 1 FROM ${BY_PROPERTY}
                      WHERE r.import_id = ? AND r.uprn = z.uprn AND r.valid_from = z.valid_from))`;

const NOT_NAMED = `removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM ${BY_PROPERTY} WHERE r.import_id = ? AND r.uprn = p.uprn)`;

export async function countPropertyChanges(
  tx: Tx,
  importId: string,
  isFull: boolean,
): Promise<PropertyChanges> {
  const gone = isFull ? `OR ${STRETCH_GONE}` : '';
  const [row]: Record<'all_count' | 'new_count' | 'changed_count', string | number | null>[] =
    await tx.query(
      `SELECT COUNT(*) AS all_count, SUM(p.uprn IS NULL) AS new_count,
              SUM(p.uprn IS NOT NULL AND (${DIFFERS} OR ${STRETCH_DIFFERS} ${gone})) AS changed_count
         FROM (${STAGED}) s LEFT JOIN properties p ON p.uprn = s.uprn`,
      isFull ? [importId, importId, importId] : [importId, importId],
    );
  const newCount = Number(row?.new_count ?? 0);
  const changedCount = Number(row?.changed_count ?? 0);
  return {
    newCount,
    changedCount,
    unchangedCount: Number(row?.all_count ?? 0) - newCount - changedCount,
  };
}

/** Recorded properties that the file does not name, not even in an invalid row. */
export async function countNotNamed(tx: Tx, importId: string): Promise<number> {
  const [row]: { missing: string | number }[] = await tx.query(
    `SELECT COUNT(*) AS missing FROM properties p WHERE ${NOT_NAMED}`,
    [importId],
  );
  return Number(row?.missing ?? 0);
}

/** Writes the addresses and stretches of every valid staged row. */
export async function writeStaged(tx: Tx, importId: string, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO properties (uprn, address, town, postcode, recorded_at, removed_at)
     SELECT s.uprn, s.address, s.town, s.postcode, ?, NULL FROM (${STAGED}) s
       LEFT JOIN properties p ON p.uprn = s.uprn WHERE p.uprn IS NULL`,
    [now, importId],
  );
  await tx.query(
    `UPDATE properties p JOIN (${STAGED}) s ON s.uprn = p.uprn
        SET p.address = s.address, p.town = s.town, p.postcode = s.postcode,
            p.recorded_at = ?, p.removed_at = NULL
      WHERE ${DIFFERS}`,
    [importId, now],
  );
  await tx.query(
    `UPDATE property_zones z
       JOIN ${BY_PROPERTY} ON r.uprn = z.uprn AND r.valid_from = z.valid_from
        SET z.zone_code = r.zone_code, z.valid_to = r.valid_to
      WHERE r.import_id = ? AND r.is_valid = 1
        AND (z.zone_code <> r.zone_code OR NOT z.valid_to <=> r.valid_to)`,
    [importId],
  );
  await tx.query(
    `INSERT INTO property_zones (uprn, zone_code, valid_from, valid_to)
     SELECT r.uprn, r.zone_code, r.valid_from, r.valid_to FROM property_import_rows r
       LEFT JOIN property_zones z ON z.uprn = r.uprn AND z.valid_from = r.valid_from
      WHERE r.import_id = ? AND r.is_valid = 1 AND r.zone_code IS NOT NULL AND z.uprn IS NULL`,
    [importId],
  );
}

/** A full file says all there is about a property it names: stretches it leaves out never were. */
export async function dropStretchesNotGiven(tx: Tx, importId: string): Promise<void> {
  await tx.query(
    `DELETE z FROM property_zones z
       JOIN (${STAGED}) s ON s.uprn = z.uprn
       LEFT JOIN ${BY_PROPERTY}
         ON r.import_id = ? AND r.uprn = z.uprn AND r.valid_from = z.valid_from
      WHERE r.line IS NULL`,
    [importId, importId],
  );
}

/** Marks what a full file no longer names; permits and history keep pointing at it. */
export async function removeNotNamed(tx: Tx, importId: string, now: Date): Promise<number> {
  return countWritten(tx, `UPDATE properties p SET p.removed_at = ? WHERE ${NOT_NAMED}`, [
    now,
    importId,
  ]);
}
