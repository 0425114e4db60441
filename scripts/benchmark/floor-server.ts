import { createServer } from 'node:http';
import { createPool } from 'mysql2/promise';
import { FLOOR_QUERIES, type FloorQuery } from './floor-queries.js';

/**
 * The floor: what this machine gives when one query, written by hand, and a page of the right size
 * are all that happens. No session, no rights, no template. Listens on FLOOR_PORT.
 */
const pool = createPool({
  uri: process.env['DATABASE_URL'] ?? '',
  connectionLimit: Number(process.env['DATABASE_POOL'] ?? 10),
  timezone: 'Z',
});

const queries: Readonly<Record<string, FloorQuery>> = FLOOR_QUERIES;

/** GET /QUERY?of=VALUE&bytes=SIZE */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  const query = queries[pathname.slice(1)];
  const page = pageOf(Number(searchParams.get('bytes') ?? 0));
  if (!query) return response.writeHead(404).end();
  const marks = query.sql.split('?').length - 1;
  const values = Array.from({ length: marks }, () => searchParams.get('of') ?? '');
  ask(query, values)
    .then(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page))
    .catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
});

async function ask({ sql, times }: FloorQuery, values: string[]): Promise<void> {
  if (times === undefined) return void (await pool.query(sql, values));
  const connection = await pool.getConnection();
  await connection.beginTransaction();
  for (let done = 0; done < times; done += 1) await connection.query(sql, values);
  await connection.commit();
  connection.release();
}

const pages = new Map<number, Buffer>();

function pageOf(bytes: number): Buffer {
  const known = pages.get(bytes) ?? Buffer.alloc(bytes, 'x');
  pages.set(bytes, known);
  return known;
}

server.listen(Number(process.env['FLOOR_PORT']), '127.0.0.1', () =>
  console.log('The floor is open.'),
);
