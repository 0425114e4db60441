import { Readable } from 'node:stream';
import type { QueryRunner } from 'typeorm';
import { connect, dataSourceOptions } from './data-source.js';

/** The database as it was at one moment, however long one looks. */
export interface Snapshot {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The rows in portions, read no faster than they are taken. */
  portions<Row>(sql: string, values?: readonly unknown[]): AsyncIterable<Row[]>;
}

/** One statement over years of rows may think for so long before its first row. */
const SILENCE_SECONDS = 300;
const PORTION = 500;

/**
 * Reads on a connection of its own, in one read-only transaction, so that a long reading neither
 * sees what is written meanwhile nor takes a connection from the pages.
 */
export class Snapshots {
  constructor(private readonly url: string) {}

  /** @param signal stops whatever statement runs and ends the connection */
  async run<T>(signal: AbortSignal, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const source = await connect(
      dataSourceOptions({ url: this.url, poolSize: 2 }),
      SILENCE_SECONDS,
    );
    const runner = source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Connection;
      const id = await begin(runner);
      let stopped = Promise.resolve();
      const stop = () => {
        // The server notices a closed connection only when it has a row to send.
        stopped = source.query('KILL QUERY ?', [id]).then(
          () => connection.destroy(),
          () => connection.destroy(),
        );
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        return await work(snapshotOf(runner, connection));
      } finally {
        signal.removeEventListener('abort', stop);
        await stopped;
        // With rows left unread it could not be used again.
        connection.destroy();
      }
    } finally {
      await runner.release().catch(() => undefined);
      await source.destroy().catch(() => undefined);
    }
  }
}

async function begin(runner: QueryRunner): Promise<number> {
  await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  const [row] = (await runner.query('SELECT CONNECTION_ID() AS id')) as { id: number }[];
  return Number(row?.id);
}

/** What we use of mysql2's connection. */
interface Connection {
  query(sql: string, values: readonly unknown[]): { stream(): Readable };
  destroy(): void;
}

function snapshotOf(runner: QueryRunner, connection: Connection): Snapshot {
  return {
    query: <Row>(sql: string, values: readonly unknown[] = []) =>
      runner.query(sql, [...values]) as Promise<Row[]>,
    portions: (sql, values = []) => inPortions(connection.query(sql, values).stream()),
  };
}

async function* inPortions<Row>(rows: Readable): AsyncGenerator<Row[]> {
  let portion: Row[] = [];
  for await (const row of rows as AsyncIterable<Row>) {
    portion.push(row);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
