import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type EntityMetadata,
  EntitySchema,
  type EntitySchemaColumnOptions,
  In,
  IsNull,
} from 'typeorm';
import { ApplicationEntity } from '../../../src/applications/application.entity.js';
import { EvidencePaperEntity } from '../../../src/evidence/evidence-paper.entity.js';
import { PaymentEntity } from '../../../src/payments/payment.entity.js';
import { connect } from '../../../src/platform/database/data-source.js';
import { jsonColumn } from '../../../src/platform/database/json-column.js';
import { isPlainTable } from '../../../src/platform/database/plain-table.js';
import { lockRow } from '../../../src/platform/database/lock-row.js';
import { plainWrites } from '../../../src/platform/database/plain-writes.js';
import { readingTogether } from '../../../src/platform/database/read-together.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aStaffAccount, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';

const HARD = 'Zoë “O’Łukasz” \\ / 🚗\nline\ttab \u0001';

type Row = Record<string, unknown>;
type Column = EntityMetadata['columns'][number];
type AnyEntity = new () => Row;

let desk: TestApplication;
let source: DataSource;
let unitOfWork: UnitOfWork;
let applicationId: string;
/** As one who may write anything: to the application some tables are closed for good. */
let owner: DataSource;

beforeAll(async () => {
  desk = await startTestApplication({});
  source = desk.app.get(DataSource);
  unitOfWork = desk.app.get(UnitOfWork);
  const entities = source.entityMetadatas.map(({ target }) => target as AnyEntity);
  owner = await connect({ ...desk.database.dataSource.options, entities } as DataSourceOptions);
  await unitOfWork.run(async (tx) => {
    const zoneCode = await aZone(tx, 'Z93');
    const clientId = (await aClient(tx)).id;
    const uprn = await aProperty(tx, zoneCode);
    const officerId = await aStaffAccount(tx, 'officer', 'Zoë “O’Łukasz” \\ 🚗');
    const made = await anApplication({ clientId, uprn, zoneCode })
      .inReviewBy(officerId)
      .paid(5500, undefined, new Date('2026-11-22T09:12:00.123Z'))
      .withAcceptedPaper('utility_bill', officerId)
      .withV5C()
      .insert(tx);
    applicationId = made.application.id;
  });
});
afterAll(async () => {
  await owner.destroy();
  await desk.stop();
});

it('has no table that would have to go the long way', () => {
  const odd = source.entityMetadatas.filter((metadata) => !isPlainTable(metadata));
  expect(odd.map(({ name }) => name)).toEqual([]);
});

it('leaves to TypeORM the tables of which it does more than read and write columns', async () => {
  const id = { type: 'char', primary: true } as const;
  const odd: Record<string, EntitySchemaColumnOptions> = {
    bytes: { type: 'blob' },
    decimal: { type: 'decimal' },
    json: { type: 'json' },
    made: { type: 'int', generated: true },
    derived: { type: 'int', generatedType: 'STORED', asExpression: '1' },
    created: { type: 'datetime', createDate: true },
    deleted: { type: 'datetime', deleteDate: true },
    version: { type: 'int', version: true },
    unread: { type: 'int', select: false },
  };
  const plain = new EntitySchema({ name: 'plain', columns: { id, said: { type: 'varchar' } } });
  const schemas = Object.entries(odd).map(
    ([name, column]) => new EntitySchema({ name, columns: { id, column } }),
  );
  const options = { ...desk.database.dataSource.options, entities: [plain, ...schemas] };
  const other = await connect(options as DataSourceOptions);
  const found = other.entityMetadatas.filter(isPlainTable).map(({ name }) => name);
  await other.destroy();
  expect(found).toEqual(['plain']);
});

/** On a connection that is thrown away, so that nothing is kept and no table knows of another. */
async function forgotten(work: (manager: EntityManager) => Promise<void>): Promise<void> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query('SET FOREIGN_KEY_CHECKS = 0, check_constraint_checks = 0');
    await work(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.query('SET FOREIGN_KEY_CHECKS = 1, check_constraint_checks = 1');
    await runner.release();
  }
}

const VALUES: Readonly<Record<string, unknown>> = {
  ...{ boolean: true, int: 7, smallint: 7, bigint: 5500, date: '2026-11-22', text: HARD },
  datetime: new Date('2026-11-22T09:12:00Z'),
};

/** A value of the kind that such a column holds. */
function aValueOf({ type, length, precision, transformer }: Column): unknown {
  if (transformer === jsonColumn) return { words: HARD, list: [1, null], isTrue: false };
  if (precision === 3) return new Date('2026-11-22T09:12:00.123Z');
  return VALUES[String(type)] ?? '0192f3b0-0000-7000-8000-0123456789ab'.slice(0, Number(length));
}

const asFilled = ({ columns }: EntityMetadata): Row =>
  Object.fromEntries(columns.map((column) => [column.propertyName, aValueOf(column)]));
const asEmpty = ({ columns }: EntityMetadata): Row =>
  Object.fromEntries(
    columns.map((column) => [column.propertyName, column.isNullable ? null : aValueOf(column)]),
  );

it.each([
  ['filled', asFilled, asEmpty],
  ['as empty as may be', asEmpty, asFilled],
])('writes and reads a row of every table, %s, as TypeORM does', async (_, rowOf, otherOf) => {
  const compared: string[] = [];
  for (const metadata of source.entityMetadatas) {
    const Entity = metadata.target as AnyEntity;
    const row = rowOf(metadata);
    const where: Row = Object.fromEntries(
      metadata.primaryColumns.map(({ propertyName }) => [propertyName, row[propertyName]]),
    );
    await forgotten(async (manager) => {
      const empty = () => manager.query(`DELETE FROM \`${metadata.tableName}\``);
      await empty();
      await manager.insert(Entity, row);
      const [expected] = await manager.find(Entity);
      expect(await readingTogether(manager).findOneBy(Entity, where as object)).toStrictEqual(
        expected,
      );
      await empty();
      await plainWrites(manager).insert(Entity, row);
      expect(await manager.find(Entity)).toStrictEqual([expected]);
      await empty();
      await manager.insert(Entity, otherOf(metadata));
      const changed = await plainWrites(manager).update(Entity, where, row);
      expect([Entity.name, changed.affected]).toEqual([Entity.name, 1]);
      expect(await manager.find(Entity)).toStrictEqual([expected]);
      compared.push(Entity.name);
    });
  }
  expect(compared).toHaveLength(source.entityMetadatas.length);
});

it('changes only the rows that are as they were read, and says how many', async () => {
  await forgotten(async (manager) => {
    const { update } = plainWrites(manager);
    const papers = () => manager.findBy(EvidencePaperEntity, { applicationId });
    const current = { applicationId, replacedAt: IsNull() };
    const at = new Date('2026-11-22T10:00:00.456Z');
    expect((await update(EvidencePaperEntity, current, { replacedAt: at })).affected).toBe(2);
    expect((await update(EvidencePaperEntity, current, { replacedAt: at })).affected).toBe(0);
    expect((await papers()).map(({ replacedAt }) => replacedAt)).toEqual([at, at]);
    // What is not plain goes TypeORM's way.
    const either = { id: In((await papers()).map(({ id }) => id)) };
    expect((await update(EvidencePaperEntity, either, { replacedAt: null })).affected).toBe(2);
    expect((await papers()).map(({ replacedAt }) => replacedAt)).toEqual([null, null]);
  });
});

it('changes no row by a missing value, nor all for want of one', async () => {
  const id = undefined as unknown as string;
  await forgotten(async (manager) => {
    const { update } = plainWrites(manager);
    await expect(update(ApplicationEntity, { id }, { round: 9 })).rejects.toThrow();
    await expect(update(ApplicationEntity, {}, { round: 9 })).rejects.toThrow();
    await expect(update(ApplicationEntity, { id: 'x' }, { nothing: 9 })).rejects.toThrow();
  });
});

it('is what every transaction writes and finds with', async () => {
  await unitOfWork.run(async (tx) => {
    const found = await tx.findOneBy(ApplicationEntity, { id: applicationId });
    const { affected } = await tx.update(
      ApplicationEntity,
      { id: applicationId, version: found?.version ?? -1 },
      { version: 77 },
    );
    expect(affected).toBe(1);
    expect(
      await tx.findOneBy(ApplicationEntity, { id: applicationId, version: 77 }),
    ).toBeInstanceOf(ApplicationEntity);
  });
});

it('reads a row under its lock as TypeORM does, and holds it', async () => {
  const read = await source.manager.findOneBy(PaymentEntity, { applicationId });
  let isFirstDone = false;
  const second = await unitOfWork.run(async (tx: Tx) => {
    expect(await lockRow(tx, PaymentEntity, { applicationId, replacedAt: IsNull() })).toStrictEqual(
      read,
    );
    const waiting = unitOfWork.run(async (other) => {
      await lockRow(other, PaymentEntity, { id: read?.id ?? '' });
      return isFirstDone;
    });
    // Long enough for the other to have the row, were it free.
    await tx.query('SELECT SLEEP(0.3)');
    isFirstDone = true;
    return { waiting };
  });
  expect(await second.waiting).toBe(true);
  expect(await unitOfWork.run((tx) => lockRow(tx, PaymentEntity, { id: 'x' }))).toBeNull();
});
