import type { Socket } from 'node:net';

/** What we use of mysql2's pool. */
export interface Pool {
  on(event: 'connection', listener: (connection: PooledConnection) => void): void;
  getConnection(done: Given): void;
  query(sql: string, values: unknown[], done: (error: Error | null, rows?: unknown) => void): void;
}
export interface PooledConnection {
  stream: Socket;
  query(sql: string, done: (error: Error | null) => void): void;
  release(): void;
  destroy(): void;
}
type Given = (error: Error | null, connection?: PooledConnection) => void;

/** A server that says nothing for so long is taken for gone; idle connections end then too. */
export const SILENCE_SECONDS = 8;
/** Whoever waits longer for a connection than this is told that the desk is too busy. */
const PATIENCE_MS = 5_000;
/** For opening one. */
export const CONNECT_MS = 5_000;

/** The pool has no connection to give in time. Answered like a database that is away: 503. */
export class PoolExhausted extends Error {
  readonly code = 'POOL_EXHAUSTED';
  constructor() {
    super('Every connection to the database is busy.');
  }
}

/**
 * Nothing waits for ever: a connection whose server falls silent is cut (its statement then has an
 * unknown outcome), and nobody queues for a free one longer than a person would.
 */
export function boundWaiting(pool: Pool, silenceSeconds: number): void {
  pool.on('connection', ({ stream }) => cutWhenSilent(stream, silenceSeconds));
  const give = pool.getConnection.bind(pool);
  pool.getConnection = (done) => {
    let hasGivenUp = false;
    const timer = setTimeout(() => {
      hasGivenUp = true;
      done(new PoolExhausted());
    }, PATIENCE_MS);
    give((error, connection) => {
      clearTimeout(timer);
      if (hasGivenUp) connection?.release();
      else done(error, connection);
    });
  };
}

/** Half-open connections look alive for minutes: only their silence tells. */
export function cutWhenSilent(stream: Socket, silenceSeconds: number): void {
  stream.setTimeout(silenceSeconds * 1000, () => {
    const silence = Object.assign(new Error('The database fell silent.'), { code: 'ETIMEDOUT' });
    stream.destroy(silence);
  });
}
