import type { EntityManager } from 'typeorm';
import { ApplicationEntity } from '../../../src/applications/application.entity.js';
import { connect, dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { generateCases } from '../../../scripts/benchmark/generate-cases.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** Friday 20 November 2026, 10:42 in the morning. */
export const NOW = new Date('2026-11-20T10:42:00Z');

export interface FullDesk {
  database: TestDatabase;
  officerId: string;
  drop(): Promise<void>;
  /** How many rows the database touched for this work, on a connection of its own. */
  rowsRead(work: (reader: EntityManager) => Promise<unknown>): Promise<number>;
}

/** A database with so many invented cases, one in five of them open. */
export async function deskWith(count: number): Promise<FullDesk> {
  const database = await createTestDatabase();
  const runner = database.dataSource.createQueryRunner();
  const made = await generateCases(runner, { count, now: NOW, openShare: 0.2, isWhole: false });
  await runner.release();
  const { url } = database;
  const entities = [ApplicationEntity];
  const source = await connect(dataSourceOptions({ url, poolSize: 2, entities }));
  return {
    database,
    officerId: made.officerIds[0] ?? '',
    async rowsRead(work) {
      const own = source.createQueryRunner();
      try {
        const before = await handlerReads(own.manager);
        await work(own.manager);
        return (await handlerReads(own.manager)) - before;
      } finally {
        await own.release();
      }
    },
    async drop() {
      await source.destroy();
      await database.drop();
    },
  };
}

async function handlerReads(reader: EntityManager): Promise<number> {
  const rows: { Value: string }[] = await reader.query(`SHOW SESSION STATUS LIKE 'Handler_read%'`);
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
}
