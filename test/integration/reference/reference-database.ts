import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { allMigrations } from '../../../src/migrations/all-migrations.js';
import { connect, dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { runMigrations } from '../../../src/platform/database/run-migrations.js';
import type { Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { TypeormUnitOfWork } from '../../../src/platform/database/typeorm-unit-of-work.js';

export interface ReferenceDatabase {
  url: string;
  source: DataSource;
  unitOfWork: UnitOfWork;
  drop: () => Promise<void>;
}

/** A database of this test file's own, with the schema and the first policy in it. */
export async function createReferenceDatabase(): Promise<ReferenceDatabase> {
  const given = process.env['TEST_DATABASE_URL'];
  if (!given) throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test.');
  const admin = await connect(dataSourceOptions({ url: given, poolSize: 2 }));
  const name = `permit_desk_test_${randomUUID().slice(0, 8)}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  const options = dataSourceOptions({
    url: url.href,
    poolSize: 20,
    migrations: [...allMigrations],
  });
  const source = await connect(options);
  await runMigrations(source);
  return {
    url: url.href,
    source,
    unitOfWork: new TypeormUnitOfWork(source),
    drop: async () => {
      await source.destroy();
      await admin.query(`DROP DATABASE ${name}`);
      await admin.destroy();
    },
  };
}

const CLIENT = '00000000-0000-4000-8000-000000000001';

/** A property that lies in Z1. */
export async function addProperty(tx: Tx, uprn: string): Promise<void> {
  await tx.query(
    `INSERT INTO properties (uprn, address, town, postcode, recorded_at)
     VALUES (?, '1 Quorn Lane', 'Loughborough', 'LE11 9ZA', UTC_TIMESTAMP(3))`,
    [uprn],
  );
  await tx.query(
    `INSERT INTO property_zones (uprn, zone_code, valid_from) VALUES (?, 'Z1', '2025-04-01')`,
    [uprn],
  );
}

/** The least an application needs so that a slot can point at it; returns its id. */
export async function addApplication(tx: Tx, uprn: string): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `INSERT IGNORE INTO api_clients (id, name, key_hash, scopes, created_at)
     VALUES (?, 'reference tests', REPEAT('0', 64), '', UTC_TIMESTAMP(3))`,
    [CLIENT],
  );
  await tx.query(
    `INSERT INTO applications
       (id, reference, version, status, client_id, client_reference, body_sha256, permit_type_code,
        received_at, declared_at, applicant_name, contact_preference, uprn, vehicle_class, start_on,
        duration_months, price_pence, paused_seconds)
     VALUES (?, ?, 1, 'submitted', ?, ?, REPEAT('0', 64), 'resident', UTC_TIMESTAMP(3),
        UTC_TIMESTAMP(3), 'Ada Example', 'email', ?, 'car', '2026-11-20', 12, 5500, 0)`,
    [id, id.replaceAll('-', '').slice(0, 16), CLIENT, id, uprn],
  );
  return id;
}
