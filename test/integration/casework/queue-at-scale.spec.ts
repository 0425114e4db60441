import type { EntityManager } from 'typeorm';
import { teamWork } from '../../../src/my-work/my-work.queries.js';
import { NO_FILTERS } from '../../../src/queue/queue-filters.rules.js';
import { MOST_COUNTED, type QueueWish, readQueue } from '../../../src/queue/queue.queries.js';
import { type CaseworkBench, hours, NOW, startCaseworkBench } from './casework-bench.js';

/** Years of decided cases behind a queue of today's: what a page costs is counted in rows read. */

const DECIDED = 20_000;
const OPEN = 200;

let bench: CaseworkBench;
beforeAll(async () => {
  bench = await startCaseworkBench();
  const model = await bench.add((it) => it.paid(5500, undefined, hours(4)));
  const source = bench.desk.database.dataSource;
  const columns: { name: string }[] = await source.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'applications'
        AND extra NOT LIKE '%GENERATED%'`,
  );
  const differs: Record<string, string> = {
    id: 'UUID()',
    reference: `CONCAT('P', seq)`,
    client_reference: 'seq',
    status: `IF(seq <= ${OPEN}, 'submitted', ELT(1 + seq MOD 2, 'approved', 'rejected'))`,
    received_at: 'a.received_at - INTERVAL seq MINUTE',
    hold_ends_at: `IF(seq MOD 3 = 0, NULL, a.hold_ends_at + INTERVAL seq MINUTE)`,
  };
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => differs[name] ?? `a.${name}`);
  await source.query(
    `INSERT INTO applications (${names.join(', ')})
     WITH RECURSIVE few AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 200),
       numbers AS (SELECT (x.n - 1) * 200 + y.n AS seq FROM few x JOIN few y WHERE x.n <= ${DECIDED} / 200)
     SELECT ${values.join(', ')} FROM applications a JOIN numbers WHERE a.id = ?`,
    [model.id],
  );
  await source.query('ANALYZE TABLE applications');
}, 120_000);
afterAll(() => bench.stop());

/** How many rows the database touched for this work, on a connection of its own. */
async function rowsRead(work: (reader: EntityManager) => Promise<unknown>): Promise<number> {
  const runner = bench.desk.database.dataSource.createQueryRunner();
  try {
    const before = await handlerReads(runner.manager);
    await work(runner.manager);
    return (await handlerReads(runner.manager)) - before;
  } finally {
    await runner.release();
  }
}

async function handlerReads(reader: EntityManager): Promise<number> {
  const rows: { Value: string }[] = await reader.query(`SHOW SESSION STATUS LIKE 'Handler_read%'`);
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
}

const wish: QueueWish = {
  filters: NO_FILTERS,
  order: { sort: 'risk', direction: 'asc' },
  from: null,
  staffId: 'nobody',
  now: NOW,
};

describe('with years of decided cases behind it', () => {
  it.each(['risk', 'received', 'type', 'zone', 'hold'] as const)(
    'the queue in the order %s reads the open cases, not the decided ones',
    async (sort) => {
      const cost = await rowsRead(async (reader) => {
        const page = await readQueue(reader, { ...wish, order: { sort, direction: 'asc' } });
        expect(page.total).toBe(OPEN + 1);
        expect(page.rows).toHaveLength(25);
      });
      expect(cost).toBeLessThan(DECIDED / 8);
    },
  );

  it('a page far down costs no more than the first', async () => {
    const order = { sort: 'received', direction: 'desc' } as const;
    const filters = { ...NO_FILTERS, status: 'all' } as const;
    const placed = { ...wish, filters, order };
    const source = bench.desk.database.dataSource;
    const [middle]: { at: string; id: string }[] = await source.query(
      `SELECT LEFT(CAST(received_at AS CHAR), 23) AS at, id FROM applications
        ORDER BY received_at DESC LIMIT 1 OFFSET 15000`,
    );
    // The capped count finds its cases and then counts them.
    const counting = 2 * (MOST_COUNTED + 1);
    const cost = await rowsRead(async (reader) => {
      const from = { place: [middle?.at ?? '', middle?.id ?? ''], side: 'after' } as const;
      const page = await readQueue(reader, { ...placed, from });
      expect(page.rows).toHaveLength(25);
      expect(page.isMore).toBe(true);
    });
    expect(cost - counting).toBeLessThan(500);
  });

  it('my work reads the open cases', async () => {
    expect(await rowsRead((reader) => teamWork(reader, NOW, true))).toBeLessThan(DECIDED / 8);
  });
});
