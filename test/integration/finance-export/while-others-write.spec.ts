import { request } from 'node:http';
import { parse } from 'csv-parse/sync';
import { Snapshots } from '../../../src/platform/database/snapshots.js';
import { EVERYTHING, type FinanceBench, startFinanceBench, tableOf } from './finance-bench.js';

let bench: FinanceBench;

beforeAll(async () => {
  bench = await startFinanceBench();
});
afterAll(() => bench.stop());

describe('one moment of the ledger (S4.6)', () => {
  it('is what a snapshot shows, whatever is committed meanwhile', async () => {
    const snapshots = bench.desk.app.get(Snapshots);
    const count = 'SELECT COUNT(*) AS count FROM ledger_journals';
    const seen = await snapshots.run(new AbortController().signal, async (snapshot) => {
      const before = await snapshot.query(count);
      await bench.post([['captured', 'provider_clearing', 'customer', 1, '2026-11-01T12:00:00Z']]);
      return [before, await snapshot.query(count)];
    });
    expect(seen[1]).toEqual(seen[0]);
    expect(await bench.query(count)).not.toEqual(seen[0]);
  });

  it('is in the file while others post: rows, totals and the recount come to the same', async () => {
    const supervisor = await bench.desk.signInAs('supervisor');
    let isOver = false;
    const writing = (async () => {
      while (!isOver) {
        await bench.post([
          ['captured', 'provider_clearing', 'customer', 5500, '2026-11-01T12:00:00Z'],
          ['fee_earned', 'customer', 'income', 5500, '2026-11-01T12:00:01Z'],
        ]);
      }
    })();
    const counts: number[] = [];
    for (let file = 0; file < 5; file += 1) {
      const { status, text } = await bench.take(supervisor);
      expect(status).toBe(200);
      const { lines, total, about } = tableOf(
        parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][],
      );
      const sum = (name: string) => lines.reduce((all, line) => all + Number(line[name]), 0);
      for (const name of ['Taken (£)', 'Fee income (£)']) {
        expect([name, sum(name).toFixed(2)]).toEqual([name, total[name]]);
      }
      expect(about['Ledger lines']).toBe(String(lines.length));
      counts.push(lines.length);
    }
    isOver = true;
    await writing;
    expect(new Set(counts).size).toBeGreaterThan(1);
  }, 60_000);
});

describe('when nobody waits any more (S4.5)', () => {
  const running = () =>
    bench.query<{ id: number }>(
      `SELECT id FROM information_schema.processlist
        WHERE db = DATABASE() AND command = 'Query' AND info LIKE '%FORCE INDEX (ix_ledger_journals_occurred)%'
          AND id <> CONNECTION_ID()`,
    );

  it('stops the query of a browser that hung up, and logs no file', async () => {
    const supervisor = await bench.desk.signInAs('supervisor');
    const page = await supervisor.get('/finance-exports/new');
    const body = new URLSearchParams({ _csrf: String(page.$('input[name=_csrf]').val()) });
    for (const [name, value] of Object.entries(EVERYTHING)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    const cookie = [...supervisor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const blocker = bench.desk.database.dataSource.createQueryRunner();
    await blocker.query('LOCK TABLES ledger_entries WRITE');
    try {
      const asking = request(`${bench.desk.url}/finance-exports`, {
        method: 'POST',
        headers: {
          ...{ cookie, origin: bench.desk.url, 'sec-fetch-site': 'same-origin' },
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
      const closed = new Promise((resolve) => asking.on('error', resolve));
      asking.end(body.toString());
      await expectSoon(running, 1);
      asking.destroy(new Error('hung up'));
      await closed;
      await expectSoon(running, 0);
    } finally {
      await blocker.query('UNLOCK TABLES');
      await blocker.release();
    }
    const logged = await bench.query('SELECT id FROM export_log WHERE staff_id = ?', [
      supervisor.staff.id,
    ]);
    expect(logged).toEqual([]);
  }, 30_000);

  it('ends the connection when a reading is left half-way', async () => {
    const snapshots = bench.desk.app.get(Snapshots);
    const reading = snapshots.run(new AbortController().signal, async (snapshot) => {
      const rows = snapshot.portions<{ one: number }>(MILLIONS);
      for await (const [first] of rows) return first?.one;
      return null;
    });
    expect(await reading).toBe(1);
  }, 10_000);
});

/** Rows that come at once and would take minutes to their end. */
const MILLIONS = `SELECT 1 AS one FROM information_schema.COLLATIONS a
  JOIN information_schema.COLLATIONS b JOIN information_schema.COLLATIONS c`;

/** Asks again until so many are found; the test's own time ends it. */
async function expectSoon(find: () => Promise<unknown[]>, count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await find()).length === count) return;
  }
  expect(await find()).toHaveLength(count);
}
