import { DataSource } from 'typeorm';
import { ApiClient } from '../../../src/api-clients/api-client.entity.js';
import { ApplicationEntity } from '../../../src/applications/application.entity.js';
import { EvidencePageEntity } from '../../../src/evidence/evidence-page.entity.js';
import { EvidencePaperEntity } from '../../../src/evidence/evidence-paper.entity.js';
import { PaperCheckEntity } from '../../../src/evidence/paper-check.entity.js';
import { PaymentCommandEntity } from '../../../src/payments/payment-command.entity.js';
import { PaymentEntity } from '../../../src/payments/payment.entity.js';
import { connect, dataSourceOptions } from '../../../src/platform/database/data-source.js';
import type { Reader, Tx } from '../../../src/platform/database/transaction.js';
import { TypeormUnitOfWork } from '../../../src/platform/database/typeorm-unit-of-work.js';
import { StaffAccount } from '../../../src/staff/staff-account.entity.js';
import { createTestDatabase } from '../test-database.js';

const entities = [
  ApiClient,
  ApplicationEntity,
  EvidencePageEntity,
  EvidencePaperEntity,
  PaperCheckEntity,
  PaymentCommandEntity,
  PaymentEntity,
  StaffAccount,
];

/** A database for programs that run outside the test, and the test's own way to look into it. */
export interface FaultDatabase {
  url: string;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  rows<T>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Everything read in `work` is of one moment, however much is written meanwhile. */
  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

export async function createFaultDatabase(): Promise<FaultDatabase> {
  const database = await createTestDatabase();
  const dataSource = await connect(dataSourceOptions({ url: database.url, poolSize: 4, entities }));
  const unitOfWork = new TypeormUnitOfWork(dataSource);
  return {
    url: database.url,
    write: (work) => unitOfWork.run(work),
    rows: (sql, values) => dataSource.query(sql, values),
    snapshot: (work) => inSnapshot(dataSource, work),
    drop: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

async function inSnapshot<T>(
  dataSource: DataSource,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    return await work(runner.manager);
  } finally {
    await runner.query('ROLLBACK');
    await runner.release();
  }
}
