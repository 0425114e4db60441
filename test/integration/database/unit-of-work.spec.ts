import type { DataSource } from 'typeorm';
import { connect, dataSourceOptions } from '../../../src/platform/database/data-source.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  CommitOutcomeUnknown,
  TypeormUnitOfWork,
} from '../../../src/platform/database/typeorm-unit-of-work.js';
import {
  type DatabaseProxy,
  type Fate,
  startDatabaseProxy,
} from '../../support/faults/database-proxy.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let proxy: DatabaseProxy;
let dataSource: DataSource;
let unitOfWork: TypeormUnitOfWork;
let judge: (sql: string) => Fate = () => 'pass';

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startDatabaseProxy(database.migratorUrl, ({ sql }) => judge(sql));
  dataSource = await connect(dataSourceOptions({ url: proxy.url, poolSize: 3 }));
  unitOfWork = new TypeormUnitOfWork(dataSource);
  await database.dataSource.query(
    'CREATE TABLE purses (name VARCHAR(20) PRIMARY KEY, pence INT NOT NULL) ENGINE=InnoDB',
  );
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await proxy.stop();
  await database.drop();
});
beforeEach(async () => {
  judge = () => 'pass';
  await database.dataSource.query('DELETE FROM purses');
  await database.dataSource.query(`INSERT INTO purses VALUES ('left', 100), ('right', 100)`);
});

const add = (tx: Tx, name: string, pence: number) =>
  tx.query('UPDATE purses SET pence = pence + ? WHERE name = ?', [pence, name]);

/** Pence in each purse, seen from outside. */
async function purses(): Promise<Record<string, number>> {
  const rows: { name: string; pence: number }[] = await database.dataSource.query(
    'SELECT name, pence FROM purses ORDER BY name',
  );
  return Object.fromEntries(rows.map(({ name, pence }) => [name, pence]));
}

/** Resolves for everybody when so many have come. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come >= count) open();
    return opened;
  };
}

async function connectionOf(tx: Tx): Promise<number> {
  const [row]: { id: number }[] = await tx.query('SELECT CONNECTION_ID() AS id');
  return Number(row?.id);
}

const outcomeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('a transaction that InnoDB asks to try again', () => {
  it('is run again whole after a deadlock (M15)', async () => {
    const bothHoldOne = meeting(2);
    let attempts = 0;
    const cross = (first: string, second: string) =>
      unitOfWork.run(async (tx) => {
        attempts += 1;
        await add(tx, first, 10);
        await bothHoldOne();
        await add(tx, second, 1);
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect(attempts).toBe(3);
    expect(await purses()).toEqual({ left: 111, right: 111 });
  });

  it('keeps nothing of the first half after a lock wait, and tries again (M14)', async () => {
    const holder = database.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`UPDATE purses SET pence = pence + 1000 WHERE name = 'right'`);
    const seen: Record<string, number>[] = [];
    await unitOfWork.run(async (tx) => {
      seen.push(await purses());
      await tx.query('SET SESSION innodb_lock_wait_timeout = 1');
      await add(tx, 'left', 10);
      if (seen.length === 2) await holder.commitTransaction();
      await add(tx, 'right', 10);
    });
    await holder.release();
    expect(seen).toEqual([
      { left: 100, right: 100 },
      { left: 100, right: 100 },
    ]);
    expect(await purses()).toEqual({ left: 110, right: 1110 });
  });

  it('gives up after five attempts, having written nothing', async () => {
    const holder = database.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`UPDATE purses SET pence = 0 WHERE name = 'right'`);
    let attempts = 0;
    const outcome = await outcomeOf(
      unitOfWork.run(async (tx) => {
        attempts += 1;
        await tx.query('SET SESSION innodb_lock_wait_timeout = 1');
        await add(tx, 'left', 10);
        await add(tx, 'right', 10);
      }),
    );
    await holder.rollbackTransaction();
    await holder.release();
    expect(outcome).toMatchObject({ errno: 1205 });
    expect(attempts).toBe(5);
    expect(await purses()).toEqual({ left: 100, right: 100 });
  });

  it('is not run again for a fault of its own', async () => {
    let attempts = 0;
    const outcome = await outcomeOf(
      unitOfWork.run(async (tx) => {
        attempts += 1;
        await add(tx, 'left', 10);
        await tx.query(`INSERT INTO purses VALUES ('left', 1)`);
      }),
    );
    expect(outcome).toMatchObject({ errno: 1062 });
    expect(attempts).toBe(1);
    expect(await purses()).toEqual({ left: 100, right: 100 });
  });
});

describe('a connection that is lost', () => {
  it.each([
    ['before the COMMIT arrived', 'cut', 100],
    ['after the COMMIT was carried out', 'cut-answer', 110],
  ] as const)('leaves the outcome unknown %s, and is not tried again', async (_, fate, left) => {
    let attempts = 0;
    judge = (sql) => (sql === 'COMMIT' ? fate : 'pass');
    const outcome = await outcomeOf(
      unitOfWork.run(async (tx) => {
        attempts += 1;
        await add(tx, 'left', 10);
      }),
    );
    judge = () => 'pass';
    expect(outcome).toBeInstanceOf(CommitOutcomeUnknown);
    expect(attempts).toBe(1);
    // Reading again, under the lock that the lost transaction may still hold, tells what is true.
    const [row]: { pence: number }[] = await unitOfWork.run((tx) =>
      tx.query(`SELECT pence FROM purses WHERE name = 'left' FOR UPDATE`),
    );
    expect(row?.pence).toBe(left);
  });

  it('writes nothing when it is killed in the middle, and the pool gives good ones again (M19)', async () => {
    const outcome = await outcomeOf(
      unitOfWork.run(async (tx) => {
        await add(tx, 'left', 10);
        await database.dataSource.query(`KILL CONNECTION ${await connectionOf(tx)}`);
        await add(tx, 'right', 10);
      }),
    );
    expect(outcome).toBeInstanceOf(Error);
    expect(outcome).not.toBeInstanceOf(CommitOutcomeUnknown);
    expect(await purses()).toEqual({ left: 100, right: 100 });
    await Promise.all([1, 2, 3, 4, 5].map(() => unitOfWork.run((tx) => add(tx, 'left', 1))));
    expect(await purses()).toEqual({ left: 105, right: 100 });
  });

  it('says that the outcome is unknown when it is killed just before the COMMIT', async () => {
    const outcome = await outcomeOf(
      unitOfWork.run(async (tx) => {
        await add(tx, 'left', 10);
        await database.dataSource.query(`KILL CONNECTION ${await connectionOf(tx)}`);
      }),
    );
    expect(outcome).toBeInstanceOf(CommitOutcomeUnknown);
    expect(await purses()).toEqual({ left: 100, right: 100 });
  });
});

describe('every connection of the pool', () => {
  it('begins each transaction clean after one that failed, strict and in UTC', async () => {
    await outcomeOf(
      unitOfWork.run(async (tx) => {
        await add(tx, 'left', 10);
        throw new Error('The work failed.');
      }),
    );
    const sessions = await Promise.all(
      [1, 2, 3].map(() =>
        unitOfWork.run(async (tx) => {
          await add(tx, 'right', 1);
          const [row]: { zone: string; isStrict: number }[] = await tx.query(
            `SELECT @@time_zone AS zone, @@sql_mode LIKE '%STRICT_ALL_TABLES%' AS isStrict`,
          );
          return row;
        }),
      ),
    );
    for (const session of sessions) {
      expect({ ...session, isStrict: Number(session?.isStrict) }).toEqual({
        zone: '+00:00',
        isStrict: 1,
      });
    }
    expect(await purses()).toEqual({ left: 100, right: 103 });
  });
});
