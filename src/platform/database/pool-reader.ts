import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Pool } from './bounded-waiting.js';
import { plainSelect, type PlainWish } from './plain-select.js';
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
  return Object.assign(reader, { query, ...plainFinds(source, query) });
}

/** TypeORM's own ways of finding, in short where the question is plain. */
function plainFinds(
  source: DataSource,
  query: (sql: string, values: unknown[]) => Promise<unknown>,
) {
  const { manager } = source;
  const rowsOf = async (target: Target, wish: PlainWish): Promise<Row[] | null> => {
    const select = plainSelect(source, target, wish);
    if (!select) return null;
    return ((await query(select.sql, select.values)) as Row[]).map((row) => select.toEntity(row));
  };
  return {
    find: async (target: Target, { where, order, ...rest }: FindWish = {}) => {
      const isPlain = where !== undefined && !Array.isArray(where) && isEmpty(rest);
      const rows = isPlain ? await rowsOf(target, { where, ...(order ? { order } : {}) }) : null;
      return rows ?? manager.find(target, { where, order, ...rest } as object);
    },
    findBy: async (target: Target, where: Row) =>
      (await rowsOf(target, { where })) ?? manager.findBy(target, where as object),
    findOneBy: async (target: Target, where: Row) => {
      const rows = await rowsOf(target, { where, limit: 1 });
      return rows ? (rows[0] ?? null) : manager.findOneBy(target, where as object);
    },
  };
}

type Target = new () => Row;
type FindWish = Partial<Pick<PlainWish, 'where' | 'order'>>;

function isEmpty(rest: object): boolean {
  return Object.keys(rest).length === 0;
}

function ask(pool: Pool, sql: string, values: unknown[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    pool.query(sql, values, (error, rows) => {
      if (error) reject(error);
      else resolve(rows);
    });
  });
}
