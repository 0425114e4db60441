import { randomBytes } from 'node:crypto';
import { addApiClient } from '../../src/api-clients/api-clients.store.js';
import { newId } from '../../src/platform/database/new-id.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { renewStamp } from '../../src/policy/policy-stamp.store.js';
import { insertStaffAccount } from '../../src/staff/staff-accounts.store.js';
import type { StaffRole } from '../../src/staff/staff-roles.rules.js';

const long = { name: 'Test zone', town: 'Loughborough', hours: 'Monday to Friday, 9am to 5pm' };

/** A zone that has stood for years, with this many permits a property. */
export async function aZone(tx: Tx, code: string, propertyCap = 2): Promise<string> {
  await tx.query(
    `INSERT INTO zones (code, valid_from, valid_to, name, town, kind, hours, property_cap, visitors_allowed)
     VALUES (?, '2020-01-01', NULL, ?, ?, 'residents_preferential', ?, ?, 1)`,
    [code, long.name, long.town, long.hours, propertyCap],
  );
  await renewStamp(tx);
  return code;
}

let nextUprn = 100_000_000 + Math.floor(Math.random() * 800_000_000);

/** A property, in a zone or in none. Returns its UPRN. */
export async function aProperty(tx: Tx, zoneCode: string | null): Promise<string> {
  nextUprn += 1;
  const uprn = String(nextUprn);
  await tx.query(
    `INSERT INTO properties (uprn, address, town, postcode, recorded_at) VALUES (?, ?, ?, 'LE11 5ZZ', ?)`,
    [uprn, `${nextUprn % 90} Invented Street`, long.town, new Date('2025-01-01T00:00:00Z')],
  );
  if (zoneCode) {
    await tx.query(
      `INSERT INTO property_zones (uprn, zone_code, valid_from, valid_to) VALUES (?, ?, '2020-01-01', NULL)`,
      [uprn, zoneCode],
    );
  }
  return uprn;
}

/** An account that nobody signs in to: its password is not a hash. */
export async function aStaffAccount(tx: Tx, role: StaffRole, displayName = 'Sam Officer') {
  const id = newId();
  const email = `${role}-${randomBytes(4).toString('hex')}@example.org`;
  await insertStaffAccount(tx, { id, email, displayName, role, passwordHash: 'x' }, new Date());
  return id;
}

/** An API client with every scope. */
export async function aClient(tx: Tx): Promise<{ id: string; key: string }> {
  const id = newId();
  const name = `portal-${randomBytes(4).toString('hex')}`;
  const scopes = ['applications:write', 'evidence:write', 'applications:read'] as const;
  const key = await addApiClient(tx, { id, name, scopes }, new Date());
  return { id, key };
}
