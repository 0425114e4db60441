import type { EntityManager } from 'typeorm';
import { lockNextFree } from '../../../src/applications/applications.store.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { NO_FILTERS, type QueueFilters } from '../../../src/queue/queue-filters.rules.js';
import { MOST_COUNTED, type QueueWish, readQueue } from '../../../src/queue/queue.queries.js';
import { QUEUE_DIRECTIONS, QUEUE_SORTS } from '../../../src/queue/queue-order.rules.js';
import { findMatches } from '../../../src/search/search.queries.js';
import { readSearch } from '../../../src/search/search-readings.rules.js';
import { type FullDesk, deskWith, NOW } from './rows-read.js';

/**
 * What a page costs is counted in rows the database touches, at 1,000 cases and at 100,000: time
 * says more about the machine, rows say whether it grows.
 */
const FEW = 1_000;
const MANY = 100_000;
/** The count that stops walks its limit once and counts what it walked. */
const COUNTING = 2 * (MOST_COUNTED + 2);
const A_PAGE = 500;

let few: FullDesk;
let many: FullDesk;
beforeAll(async () => {
  [few, many] = [await deskWith(FEW), await deskWith(MANY)];
}, 240_000);
afterAll(async () => {
  await few.drop();
  await many.drop();
});

const wishOf = (desk: FullDesk): QueueWish => ({
  filters: NO_FILTERS,
  order: { sort: 'risk', direction: 'asc' },
  from: null,
  staffId: desk.officerId,
  now: NOW,
});

/** The first page and three on from it, and back: as they are read. */
async function walk(reader: EntityManager, wish: QueueWish): Promise<number> {
  let page = await readQueue(reader, wish);
  let pages = 1;
  for (; pages < 4 && page.next; pages += 1) {
    page = await readQueue(reader, { ...wish, from: { side: 'after', place: page.next } });
  }
  if (page.previous) {
    pages += 1;
    await readQueue(reader, { ...wish, from: { side: 'before', place: page.previous } });
  }
  return pages;
}

async function costOfAPage(desk: FullDesk, wish: Partial<QueueWish>): Promise<number> {
  let pages = 1;
  const rows = await desk.rowsRead(async (reader) => {
    pages = await walk(reader, { ...wishOf(desk), ...wish });
  });
  return Math.round(rows / pages);
}

describe('a page of the queue at 100,000 cases', () => {
  const orders = QUEUE_SORTS.flatMap((sort) =>
    QUEUE_DIRECTIONS.map((direction) => ({ sort, direction })),
  );
  it.each(orders)('in the order $sort $direction reads what it shows', async (order) => {
    expect(await costOfAPage(many, { order })).toBeLessThan(A_PAGE + COUNTING);
    const all = { ...NO_FILTERS, status: 'all' } as const;
    expect(await costOfAPage(many, { order, filters: all })).toBeLessThan(2 * A_PAGE + COUNTING);
  });

  const filters: [string, Partial<QueueFilters>][] = [
    ['a status', { status: 'submitted' }],
    ['a type', { type: 'business' }],
    ['a zone', { zone: 'Z12' }],
    ['no zone', { zone: 'none' }],
    ['a type and a zone', { type: 'resident', zone: 'Z12' }],
    ['cases on hold', { status: 'on_hold' }],
    ['what I hold', { assigned: 'me' }],
    ['decided cases of a type', { type: 'business', status: 'rejected' }],
  ];
  it.each(filters)('narrowed to %s reads what it shows', async (_what, differs) => {
    const narrowed = { filters: { ...NO_FILTERS, ...differs } };
    expect(await costOfAPage(many, narrowed)).toBeLessThan(4 * A_PAGE + COUNTING);
  });

  it('costs no more than at 1,000, the count that stops apart', async () => {
    const [small, large] = [await costOfAPage(few, {}), await costOfAPage(many, {})];
    expect(large - COUNTING).toBeLessThan(1.5 * small);
  });

  it('is read without sorting the table', async () => {
    const lines: string[] = [];
    const { dataSource } = many.database;
    const explaining = async (sql: string, values: unknown[]) => {
      const plan: Record<string, unknown>[] = await dataSource.query(`EXPLAIN ${sql}`, values);
      lines.push(...plan.filter(({ table }) => table === 'a').map(({ Extra }) => String(Extra)));
      return dataSource.query(sql, values) as Promise<unknown>;
    };
    const manager: EntityManager = Object.assign(Object.create(dataSource.manager), {
      query: explaining,
    });
    await readQueue(manager, wishOf(many));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((extra) => extra.includes('filesort'))).toEqual([]);
  });
});

describe('a search at 100,000 cases', () => {
  const found: [string, string][] = [];
  beforeAll(async () => {
    const [one]: Record<string, string>[] = await many.database.dataSource.query(
      `SELECT a.reference, a.applicant_name AS name, a.applicant_email AS email,
              a.applicant_mobile AS mobile, a.registration, a.client_reference AS portal, p.postcode
         FROM applications a JOIN properties p ON p.uprn = a.uprn
        WHERE a.applicant_mobile IS NOT NULL LIMIT 1`,
    );
    found.push(...Object.entries(one ?? {}));
  });

  it('by each thing a case has reads hundreds of rows at most, whatever stands beside it', async () => {
    expect(found.length).toBe(7);
    for (const [what, text] of found) {
      const readings = readSearch(text);
      const cost = await many.rowsRead(async (reader) => {
        expect([what, (await findMatches(reader, readings)).matches.length > 0]).toEqual([
          what,
          true,
        ]);
      });
      // One look at the key of every slip; names that many have share the limit.
      expect([what, cost < 4000 ? 'few' : cost]).toEqual([what, 'few']);
    }
  });

  it('by a part that thousands share stops at its limit', async () => {
    for (const text of ['LE90', 'priya', 'p', 'pr', 'Q', '07700 9', 'person', 'PD-2']) {
      const cost = await many.rowsRead((reader) => findMatches(reader, readSearch(text)));
      expect([text, cost < 4000 ? 'few' : cost]).toEqual([text, 'few']);
    }
  });
});

it('the next case is found without reading the queue', async () => {
  const cost = await many.rowsRead((reader) =>
    reader.transaction((tx) => lockNextFree(tx as Tx, NOW)),
  );
  expect(cost).toBeLessThan(1500);
});
