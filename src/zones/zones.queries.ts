import type { Reader } from '../platform/database/transaction.js';
import { localDate, type LocalDate } from '../shared/local-date.js';
import type { Zone, ZoneKind } from './zone.rules.js';

const COLUMNS =
  'code, valid_from, valid_to, name, town, kind, hours, property_cap, visitors_allowed';
const APPLIES = 'valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)';

/** The zone as it stands on that day; null when it does not exist then. */
export async function findZone(reader: Reader, code: string, on: LocalDate): Promise<Zone | null> {
  const rows: ZoneRow[] = await reader.query(
    `SELECT ${COLUMNS} FROM zones WHERE code = ? AND ${APPLIES} ORDER BY valid_from DESC LIMIT 1`,
    [code, on, on],
  );
  return rows[0] ? toZone(rows[0]) : null;
}

/** Every zone that stands on that day, by town, then by number. */
export async function listZones(reader: Reader, on: LocalDate): Promise<Zone[]> {
  const rows: ZoneRow[] = await reader.query(
    `SELECT ${COLUMNS} FROM zones WHERE ${APPLIES} ORDER BY town, LENGTH(code), code`,
    [on, on],
  );
  return rows.map(toZone);
}

/** Every zone number that has ever existed, for checking a file of properties. */
export async function listZoneCodes(reader: Reader): Promise<Set<string>> {
  const rows: { code: string }[] = await reader.query('SELECT DISTINCT code FROM zones');
  return new Set(rows.map((row) => row.code));
}

interface ZoneRow {
  code: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  town: string;
  kind: ZoneKind;
  hours: string;
  property_cap: number;
  visitors_allowed: number;
}

function toZone(row: ZoneRow): Zone {
  return {
    code: row.code,
    validFrom: localDate(row.valid_from),
    validTo: row.valid_to === null ? null : localDate(row.valid_to),
    name: row.name,
    town: row.town,
    kind: row.kind,
    hours: row.hours,
    propertyCap: row.property_cap,
    visitorsAllowed: row.visitors_allowed === 1,
  };
}
