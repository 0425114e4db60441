import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Pool } from './bounded-waiting.js';
import type { Reader } from './transaction.js';

/**
 * The manager outside any transaction, whose hand-written statements go straight to the pool. A
 * page asks a dozen of them, and a query runner made for each takes as long as the question.
 */
export function poolReader(source: DataSource): Reader {
  const { pool } = source.driver as unknown as { pool: Pool };
  const reader = Object.create(source.manager) as EntityManager;
  return Object.assign(reader, {
    query: async (sql: string, values?: unknown[]): Promise<unknown> => {
      try {
        return await ask(pool, sql, values);
      } catch (error) {
        throw new QueryFailedError(sql, values, error as Error);
      }
    },
  });
}

function ask(pool: Pool, sql: string, values: unknown[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    pool.query(sql, values, (error, rows) => {
      if (error) reject(error);
      else resolve(rows);
    });
  });
}
