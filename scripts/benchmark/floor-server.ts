import { createServer } from 'node:http';
import { createPool, type RowDataPacket } from 'mysql2/promise';

/**
 * The floor: what this machine gives when one query, written by hand, and a page of the right size
 * are all that happens. No session, no rights, no template. Listens on FLOOR_PORT.
 */
const pool = createPool({
  uri: process.env['DATABASE_URL'] ?? '',
  connectionLimit: Number(process.env['DATABASE_POOL'] ?? 10),
  timezone: 'Z',
});

const QUERIES: Record<string, { sql: string; isWrite?: true }> = {
  queue: {
    sql: `SELECT a.id, a.reference, a.permit_type_code, a.zone_code, a.status, a.received_at,
                 a.hold_order_at, a.claimed_by FROM applications a
           WHERE a.status IN ('submitted', 'in_review', 'awaiting_evidence')
           ORDER BY a.hold_order_at, a.received_at, a.id LIMIT 25`,
  },
  filtered: {
    sql: `SELECT a.id, a.reference, a.status, a.received_at, a.hold_order_at FROM applications a
           WHERE a.status IN ('submitted', 'in_review', 'awaiting_evidence') AND a.zone_code = ?
           ORDER BY a.hold_order_at, a.received_at, a.id LIMIT 25`,
  },
  search: {
    sql: 'SELECT a.* FROM applications a WHERE a.registration = ? LIMIT 25',
  },
  case: { sql: 'SELECT a.* FROM applications a WHERE a.reference = ?' },
  review: {
    sql: `SELECT p.* FROM evidence_papers p JOIN applications a ON a.id = p.application_id
           WHERE a.reference = ? AND p.position = 1`,
  },
  write: { sql: 'INSERT INTO benchmark_writes (words) VALUES (?)', isWrite: true },
};

/** GET /QUERY?of=VALUE&bytes=SIZE */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  const query = QUERIES[pathname.slice(1)];
  const page = pageOf(Number(searchParams.get('bytes') ?? 0));
  if (!query) return response.writeHead(404).end();
  const values = query.sql.includes('?') ? [searchParams.get('of') ?? ''] : [];
  pool
    .query<RowDataPacket[]>(query.sql, values)
    .then(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page))
    .catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
});

const pages = new Map<number, Buffer>();

function pageOf(bytes: number): Buffer {
  const known = pages.get(bytes) ?? Buffer.alloc(bytes, 'x');
  pages.set(bytes, known);
  return known;
}

server.listen(Number(process.env['FLOOR_PORT']), '127.0.0.1', () =>
  console.log('The floor is open.'),
);
