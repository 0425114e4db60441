import type { Reader } from '../platform/database/transaction.js';
import { keptByStamp } from '../policy/policy-stamp.queries.js';
import { appliesOn } from '../shared/effective-dates.js';
import { localDate, type LocalDate } from '../shared/local-date.js';
import type { Zone, ZoneKind } from './zone.rules.js';

/** Every line there was, is and will be, by town, then by number; kept until policy changes. */
const allZones = keptByStamp(async (reader) => {
  const rows: ZoneRow[] = await reader.query(
    `SELECT code, valid_from, valid_to, name, town, kind, hours, property_cap, visitors_allowed
       FROM zones ORDER BY town, LENGTH(code), code, valid_from DESC`,
  );
  return rows.map(toZone);
});

/** The zone as it stands on that day; null when it does not exist then. */
export async function findZone(reader: Reader, code: string, on: LocalDate): Promise<Zone | null> {
  return (await listZones(reader, on)).find((zone) => zone.code === code) ?? null;
}

/** Every zone that stands on that day, by town, then by number. */
export async function listZones(reader: Reader, on: LocalDate): Promise<Zone[]> {
  return (await allZones(reader)).filter((zone) => appliesOn(zone, on));
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
