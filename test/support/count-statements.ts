import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';

interface Connection {
  query(...given: unknown[]): unknown;
}
interface Pool {
  on(event: 'acquire', listener: (connection: Connection) => void): void;
}

/** Counts what an application says to its database from now on, transactions' own words included. */
export function countStatements(app: NestExpressApplication): { during: During } {
  const { pool } = app.get(DataSource).driver as unknown as { pool: Pool };
  const counted = new WeakSet<Connection>();
  let statements: string[] = [];
  pool.on('acquire', (connection) => {
    if (counted.has(connection)) return;
    counted.add(connection);
    const query = connection.query.bind(connection);
    connection.query = (...given) => {
      const [first] = given;
      statements.push(typeof first === 'string' ? first : String((first as { sql: string }).sql));
      return query(...given);
    };
  });
  return {
    during: async (work) => {
      statements = [];
      await work();
      return [...statements];
    },
  };
}

/** The statements of one piece of work, in their order. */
type During = (work: () => Promise<unknown>) => Promise<string[]>;
