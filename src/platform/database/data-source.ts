import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import {
  boundWaiting,
  CONNECT_MS,
  cutWhenSilent,
  type Pool,
  type PooledConnection,
  SILENCE_SECONDS,
} from './bounded-waiting.js';

interface DatabaseChoice {
  url: string;
  poolSize: number;
  entities?: (EntitySchema | (new () => object))[];
  migrations?: (new () => object)[];
}

/** `synchronize` is never true: only migrations change the schema. */
export function dataSourceOptions(choice: DatabaseChoice): DataSourceOptions {
  return {
    type: 'mariadb',
    url: choice.url,
    timezone: 'Z',
    charset: 'utf8mb4_unicode_ci',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'none',
    entities: choice.entities ?? [],
    migrations: choice.migrations ?? [],
    connectTimeout: CONNECT_MS,
    extra: { connectionLimit: choice.poolSize, queueLimit: choice.poolSize * 20 },
  };
}

/** For commands that a person waits for: one statement may read everything. */
export const COMMAND_SILENCE_SECONDS = 3600;

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00', SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO', SESSION innodb_lock_wait_timeout = 5",
];

/**
 * Every connection speaks UTC, is strict, reads what is committed, and waits five seconds for a lock
 * at most.
 * @param silenceSeconds after which a server that says nothing is taken for gone; longer only where
 *   statements may take their time
 */
export async function connect(
  options: DataSourceOptions,
  silenceSeconds = SILENCE_SECONDS,
): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  const { pool } = dataSource.driver as unknown as { pool: Pool };
  boundWaiting(pool, silenceSeconds);
  pool.on('connection', (connection) => {
    prepare(connection).catch(() => connection.destroy());
  });
  await prepareFirst(pool, silenceSeconds);
  return dataSource;
}

/** The one connection that was opened before we listened. */
function prepareFirst(pool: Pool, silenceSeconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.getConnection((fault, connection) => {
      if (!connection) return reject(fault ?? new Error('The pool gave no connection.'));
      cutWhenSilent(connection.stream, silenceSeconds);
      prepare(connection)
        .finally(() => connection.release())
        .then(resolve, reject);
    });
  });
}

/** Begun at once: whatever is asked on this connection later waits behind it. */
async function prepare(connection: PooledConnection): Promise<void> {
  const told = SESSION.map(
    (sql) =>
      new Promise<void>((resolve, reject) => {
        connection.query(sql, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
  );
  await Promise.all(told);
}
