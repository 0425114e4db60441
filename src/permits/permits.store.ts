import { IsNull } from 'typeorm';
import { newId } from '../platform/database/new-id.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { readList } from '../platform/database/read-together.js';
import { lockRow } from '../platform/database/lock-row.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { addRegistrationTerm } from '../search-terms/search-terms.store.js';
import { PermitVehicleEntity } from './permit-vehicle.entity.js';
import { PermitEntity } from './permit.entity.js';

export type Permit = Readonly<PermitEntity>;
export type PermitVehicle = Readonly<PermitVehicleEntity>;

/** A vehicle's registration with the key that look-alikes share (R-VRM-5). */
export interface CoveredVehicle {
  registration: string;
  registrationKey: string;
}

/** Writes the permit, its zones and the vehicle it covers for its whole term. */
export async function insertPermit(
  tx: Tx,
  permit: Permit,
  cover: { zoneCodes: readonly string[]; vehicle: CoveredVehicle | null },
): Promise<void> {
  await tx.insert(PermitEntity, permit);
  for (const zoneCode of cover.zoneCodes) {
    await tx.query('INSERT INTO permit_zones (permit_id, zone_code) VALUES (?, ?)', [
      permit.id,
      zoneCode,
    ]);
  }
  if (cover.vehicle) {
    await insertCover(tx, {
      permitId: permit.id,
      vehicle: cover.vehicle,
      from: permit.startsAt,
      to: permit.endsAt,
      at: permit.recordedAt,
    });
  }
}

export async function findPermit(reader: Reader, id: string): Promise<Permit | null> {
  return reader.findOneBy(PermitEntity, { id });
}

export async function findPermitByReference(
  reader: Reader,
  reference: string,
): Promise<Permit | null> {
  return reader.findOneBy(PermitEntity, { reference });
}

export async function lockPermit(tx: Tx, id: string): Promise<Permit | null> {
  return lockRow(tx, PermitEntity, { id });
}

/** What we now believe about which vehicles the permit covers, oldest first. */
export async function coverOf(reader: Reader, permitId: string): Promise<PermitVehicle[]> {
  return reader.find(PermitVehicleEntity, {
    where: { permitId, supersededAt: IsNull() },
    order: { coveredFrom: 'ASC' },
  });
}

/** The zones a permit is valid in, in their order (R-ZONE-5). */
export async function zonesOf(reader: Reader, permitId: string): Promise<string[]> {
  const rows = await readList<{ code: string }>(reader, {
    columns: { code: 'zone_code' },
    from: 'permit_zones WHERE permit_id = ?',
    values: [permitId],
    order: 'LENGTH(zone_code), zone_code',
  });
  return rows.map(({ code }) => code);
}

/** A change of vehicle that takes effect at `from`, written down at `at`. */
interface VehicleChange {
  vehicle: CoveredVehicle;
  from: Date;
  at: Date;
}

/**
 * From `from` the permit covers the new vehicle and no longer the old one (R-VC-2):
 * no gap, no overlap, and the permit's own case is found by both. The caller holds the permit's
 * lock; `from` lies inside the permit's term.
 */
export async function changeVehicle(
  tx: Tx,
  permit: Permit,
  { vehicle, from, at }: VehicleChange,
): Promise<void> {
  const believed = await coverOf(tx, permit.id);
  const current = believed.find((row) => row.coveredFrom <= from && from < row.coveredTo);
  if (current) await supersede(tx, current, at);
  if (current && current.coveredFrom < from) {
    const before = { permitId: permit.id, vehicle: current, from: current.coveredFrom };
    await insertCover(tx, { ...before, to: from, at });
  }
  const to = current?.coveredTo ?? permit.endsAt;
  await insertCover(tx, { permitId: permit.id, vehicle, from, to, at });
  await addRegistrationTerm(tx, permit.applicationId, vehicle.registration);
}

async function supersede(tx: Tx, row: PermitVehicle, at: Date): Promise<void> {
  const { affected } = await tx.update(
    PermitVehicleEntity,
    { id: row.id, supersededAt: IsNull() },
    { supersededAt: at },
  );
  if (affected !== 1) throw new StaleWrite('vehicle on the permit');
}

interface Cover {
  permitId: string;
  vehicle: CoveredVehicle;
  from: Date;
  to: Date;
  at: Date;
}

async function insertCover(tx: Tx, cover: Cover): Promise<void> {
  await tx.insert(PermitVehicleEntity, {
    id: newId(),
    permitId: cover.permitId,
    registration: cover.vehicle.registration,
    registrationKey: cover.vehicle.registrationKey,
    coveredFrom: cover.from,
    coveredTo: cover.to,
    recordedAt: cover.at,
    supersededAt: null,
  });
}
