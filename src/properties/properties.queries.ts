import type { Reader } from '../platform/database/transaction.js';
import { localDate, londonDateOf, type LocalDate } from '../shared/london-date.js';
import { findZone } from '../zones/zones.queries.js';
import type { Zone } from '../zones/zone.rules.js';
import { type PropertyZone, zoneOn } from './property-zones.rules.js';

export interface Property {
  readonly uprn: string;
  readonly address: string;
  readonly town: string;
  readonly postcode: string;
  /** When the council's list stopped naming it; null while it does. */
  readonly removedAt: Date | null;
}

export interface PropertyOn extends Property {
  /** The zone it lies in on that day, as that zone stands then; null when in none. */
  readonly zone: Zone | null;
}

/** One property by its UPRN (see `normaliseUprn`), with the zone it lies in on that day; null when unknown. */
export async function findProperty(
  reader: Reader,
  uprn: string,
  on: LocalDate,
): Promise<PropertyOn | null> {
  const rows: PropertyRow[] = await reader.query(
    'SELECT uprn, address, town, postcode, removed_at FROM properties WHERE uprn = ?',
    [uprn],
  );
  if (!rows[0]) return null;
  const property = toProperty(rows[0]);
  const code = isNamedOn(property, on) ? zoneOn(await listPropertyZones(reader, uprn), on) : null;
  return { ...property, zone: code === null ? null : await findZone(reader, code, on) };
}

/** A property that the council's list no longer names lies in no zone from that day on. */
function isNamedOn({ removedAt }: Property, on: LocalDate): boolean {
  return removedAt === null || on < londonDateOf(removedAt);
}

/** Every stretch of days a property has lain in a zone, oldest first. */
export async function listPropertyZones(reader: Reader, uprn: string): Promise<PropertyZone[]> {
  const rows: { zone_code: string; valid_from: string; valid_to: string | null }[] =
    await reader.query(
      `SELECT zone_code, valid_from, valid_to FROM property_zones
        WHERE uprn = ? ORDER BY valid_from`,
      [uprn],
    );
  return rows.map((row) => ({
    zoneCode: row.zone_code,
    validFrom: localDate(row.valid_from),
    validTo: row.valid_to === null ? null : localDate(row.valid_to),
  }));
}

interface PropertyRow {
  uprn: string;
  address: string;
  town: string;
  postcode: string;
  removed_at: Date | null;
}

function toProperty(row: PropertyRow): Property {
  return {
    uprn: row.uprn,
    address: row.address,
    town: row.town,
    postcode: row.postcode,
    removedAt: row.removed_at,
  };
}
