import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { Fate } from '../../support/faults/database-proxy.js';
import type { OwnMariadb } from '../../support/faults/own-mariadb.js';
import { waitUntil } from '../../support/faults/wait-until.js';

export const DOINGS = ['list', 'case', 'decide', 'upload'] as const;
export type Doing = (typeof DOINGS)[number];

/** What each answers when nothing is wrong. */
export const DONE: Record<Doing, number> = { list: 200, case: 200, decide: 303, upload: 201 };
const AWAY: Record<Doing, number> = { list: 503, case: 503, decide: 503, upload: 503 };
const READS_ONLY: Record<Doing, number> = { list: 200, case: 200, decide: 503, upload: 503 };

/** What the faults are done to. */
export interface Struck {
  server: OwnMariadb;
  /** Decides over every statement of the application. */
  judge: (sql: string) => Fate;
  unitOfWork(): UnitOfWork;
  poolSize: number;
}

export interface Fault {
  name: string;
  /** What each of the four answers while it lasts. */
  answers: Record<Doing, number>;
  strike(desk: Struck): Promise<unknown>;
  heal(desk: Struck): Promise<unknown>;
}

const isWrite = (sql: string) => /^\s*(INSERT|UPDATE|DELETE|REPLACE)/i.test(sql);

const judging = (judge: (sql: string) => Fate): Pick<Fault, 'strike' | 'heal'> => ({
  strike: (desk) => Promise.resolve((desk.judge = judge)),
  heal: (desk) => Promise.resolve((desk.judge = () => 'pass')),
});

/** Reading goes on, the session is kept, and nothing else can be written. */
const refusing = (errno: number, message: string) =>
  judging((sql) =>
    isWrite(sql) && !sql.includes('staff_sessions')
      ? { errno, sqlState: 'HY000', message }
      : 'pass',
  );

const CONNECTIONS = "SELECT id FROM information_schema.processlist WHERE user = 'own_application'";

async function cutApplication({ server }: Struck): Promise<void> {
  for (const { id } of await server.run<{ id: number }>(CONNECTIONS)) {
    // One that has ended by itself meanwhile is as good as cut.
    await server.run(`KILL ${id}`).catch(() => undefined);
  }
  await waitUntil('they are gone', async () => (await server.run(CONNECTIONS)).length === 0);
}

let crowd: DataSource[] = [];
let held: { free: () => void; done: Promise<unknown>[] } = { free: () => undefined, done: [] };

export const FAULTS: readonly Fault[] = [
  {
    name: 'the server is killed and starts again',
    answers: AWAY,
    strike: ({ server }) => server.kill(),
    heal: ({ server }) => server.start(),
  },
  {
    name: 'the server has no connection left (1040)',
    answers: AWAY,
    strike: async (desk) => {
      await desk.server.run('SET GLOBAL max_connections = 10');
      await cutApplication(desk);
      crowd = await crowded(desk.server.applicationUrl.replace('/mysql', ''), 11);
    },
    heal: async ({ server }) => {
      await Promise.all(crowd.map((each) => each.destroy()));
      await server.run('SET GLOBAL max_connections = 151');
    },
  },
  {
    name: 'the server is read-only (1290)',
    answers: READS_ONLY,
    strike: ({ server }) => server.run('SET GLOBAL read_only = ON'),
    heal: ({ server }) => server.run('SET GLOBAL read_only = OFF'),
  },
  {
    name: 'a table is full (1114)',
    answers: READS_ONLY,
    ...refusing(1114, "The table 'timeline_events' is full"),
  },
  {
    name: 'the disk is full (1021)',
    answers: READS_ONLY,
    ...refusing(1021, 'Disk full; waiting for someone to free some space'),
  },
  {
    name: 'every connection has gone away',
    answers: DONE,
    strike: cutApplication,
    heal: () => Promise.resolve(),
  },
  {
    name: 'the connections are half-open: no answer comes',
    answers: AWAY,
    ...judging(() => 'hold'),
  },
  {
    name: 'every connection of the pool is busy',
    answers: AWAY,
    strike: occupyPool,
    heal: () => {
      held.free();
      return Promise.all(held.done);
    },
  },
];

/** As many connections as the server gives; the last ones are refused. */
async function crowded(url: string, wanted: number): Promise<DataSource[]> {
  const opened = await Promise.allSettled(
    Array.from({ length: wanted }, () =>
      new DataSource(dataSourceOptions({ url, poolSize: 1 })).initialize(),
    ),
  );
  return opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

async function occupyPool({ unitOfWork, poolSize }: Struck): Promise<void> {
  let begun = 0;
  const until = new Promise<null>((resolve) => {
    held = { free: () => resolve(null), done: [] };
  });
  held.done = Array.from({ length: poolSize }, () =>
    unitOfWork().run(async (tx) => {
      await tx.query('SELECT 1');
      begun += 1;
      await until;
    }),
  );
  await waitUntil('the pool is busy', () => Promise.resolve(begun === poolSize));
}
