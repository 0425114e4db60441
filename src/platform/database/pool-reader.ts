import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Pool } from './bounded-waiting.js';
import { selectAlone } from './lists.js';
import { plainFinds } from './plain-finds.js';
import type { Reader } from './transaction.js';

type Row = Record<string, unknown>;

/**
 * The manager outside any transaction, whose statements go straight to the pool. A page asks a
 * dozen of them, and a query runner made for each takes as long as the question.
 */
export function poolReader(source: DataSource): Reader {
  const { pool } = source.driver as unknown as { pool: Pool };
  const reader = Object.create(source.manager) as EntityManager;
  const query = async (sql: string, values?: unknown[]): Promise<unknown> => {
    try {
      return await ask(pool, sql, values);
    } catch (error) {
      throw new QueryFailedError(sql, values, error as Error);
    }
  };
  const finds = plainFinds(source.manager, async (list) => {
    return (await query(selectAlone(list), [...list.values])) as Row[];
  });
  return Object.assign(reader, { query, ...finds });
}

function ask(pool: Pool, sql: string, values: unknown[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    pool.query(sql, values, (error, rows) => {
      if (error) reject(error);
      else resolve(rows);
    });
  });
}
