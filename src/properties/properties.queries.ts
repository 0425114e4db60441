import { readList } from '../platform/database/read-together.js';
import { instant } from '../platform/database/lists.js';
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
  const property = await readProperty(reader, uprn);
  return property && propertyOn(reader, property, on);
}

/** A property and every stretch of days it has lain in a zone, oldest first. */
export interface PropertyWithZones extends Property {
  readonly zones: readonly PropertyZone[];
}

/** One property in one read, whatever days are asked about later; null when unknown. */
export async function readProperty(
  reader: Reader,
  uprn: string,
): Promise<PropertyWithZones | null> {
  const rows = await readList<PropertyRow & Nullable<ZoneStretchRow>>(reader, {
    columns: {
      ...{ uprn: 'p.uprn', address: 'p.address', town: 'p.town', postcode: 'p.postcode' },
      ...{ removed_at: instant('p.removed_at'), zone_code: 'z.zone_code' },
      ...{ valid_from: 'z.valid_from', valid_to: 'z.valid_to' },
    },
    from: 'properties p LEFT JOIN property_zones z ON z.uprn = p.uprn WHERE p.uprn = ?',
    values: [uprn],
    order: 'z.valid_from',
  });
  if (!rows[0]) return null;
  const zones = rows.flatMap(({ zone_code, valid_from, valid_to }) =>
    zone_code && valid_from ? [toStretch({ zone_code, valid_from, valid_to })] : [],
  );
  return { ...toProperty(rows[0]), zones };
}

/** The property as it lay on that day. */
export async function propertyOn(
  reader: Reader,
  { zones, ...property }: PropertyWithZones,
  on: LocalDate,
): Promise<PropertyOn> {
  const code = isNamedOn(property, on) ? zoneOn(zones, on) : null;
  return { ...property, zone: code === null ? null : await findZone(reader, code, on) };
}

/** A property that the council's list no longer names lies in no zone from that day on. */
function isNamedOn({ removedAt }: Property, on: LocalDate): boolean {
  return removedAt === null || on < londonDateOf(removedAt);
}

/** Every stretch of days a property has lain in a zone, oldest first. */
export async function listPropertyZones(reader: Reader, uprn: string): Promise<PropertyZone[]> {
  const rows: ZoneStretchRow[] = await reader.query(
    `SELECT zone_code, valid_from, valid_to FROM property_zones
      WHERE uprn = ? ORDER BY valid_from`,
    [uprn],
  );
  return rows.map(toStretch);
}

interface ZoneStretchRow {
  zone_code: string;
  valid_from: string;
  valid_to: string | null;
}

function toStretch(row: ZoneStretchRow): PropertyZone {
  return {
    zoneCode: row.zone_code,
    validFrom: localDate(row.valid_from),
    validTo: row.valid_to === null ? null : localDate(row.valid_to),
  };
}

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null };

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
