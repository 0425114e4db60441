import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { askRedis } from '../../../src/platform/health/ping-redis.js';
import {
  compareSchemas,
  readSchema,
  SCHEMA_SNAPSHOT,
} from '../../../src/platform/database/schema-drift.js';
import { type Child, runSource } from '../../support/child-process.js';
import { freePort } from '../../support/free-port.js';
import { createTestDatabase, type TestDatabase, testServer } from '../../support/test-database.js';
import { auditSettings } from '../../support/audit-settings.js';

let database: TestDatabase;
const children: Child[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const child of children) child.process.kill('SIGKILL');
  await database.drop();
});

function start(path: string, changes: Record<string, string | undefined> = {}): Child {
  const child = runSource(path, {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    REDIS_URL: testServer('TEST_REDIS_URL'),
    QUEUE_PREFIX: 'test-start-and-stop',
    SESSION_SECRET: 'a session secret of the tests, long enough',
    LINK_SECRET: 'a link secret of the tests, long enough too',
    EVIDENCE_KEY: Buffer.alloc(32, 'k9').toString('base64'),
    ...auditSettings(),
    PAY_URL: 'http://127.0.0.1:9',
    PAY_API_KEY: 'pay-key-of-the-tests',
    PAY_WEBHOOK_SECRET: 'webhook secret of the tests, made up here',
    NOTIFY_URL: 'http://127.0.0.1:9',
    NOTIFY_API_KEY:
      'test-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002',
    NOTIFY_EMAIL_TEMPLATE: '00000000-0000-4000-8000-00000000000e',
    NOTIFY_TEXT_TEMPLATE: '00000000-0000-4000-8000-00000000000f',
    NOTIFY_LETTER_TEMPLATE: '00000000-0000-4000-8000-00000000000a',
    ...changes,
  });
  children.push(child);
  return child;
}

const production = {
  NODE_ENV: 'production',
  CLAMD_URL: 'tcp://127.0.0.1:9',
  PUBLIC_URL: 'https://desk.example',
  FILES_URL: 'https://papers.desk.example',
} as const;

/** A form whose three bytes are still on their way. */
const SLOW_POST = [
  'POST /sign-in HTTP/1.1',
  'Host: 127.0.0.1',
  'Origin: http://127.0.0.1',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Length: 3',
  '\r\n',
].join('\r\n');

/** Two cores may be busy with other things. */
const PATIENCE_MS = 60_000;

describe('the start', () => {
  it(
    'names every setting that is wrong, without a stack',
    async () => {
      const child = start('src/main.ts', {
        SESSION_SECRET: 'short',
        REDIS_URL: undefined,
        PORT: 'x',
      });
      expect(await child.ended).toBe(1);
      for (const name of ['SESSION_SECRET', 'REDIS_URL', 'PORT']) {
        expect(child.output()).toContain(`${name}: `);
      }
      expect(child.output()).not.toMatch(/^\s+at /m);
    },
    PATIENCE_MS,
  );

  it(
    'says which server does not answer',
    async () => {
      const child = start('src/main.ts', { DATABASE_URL: 'mysql://x:y@127.0.0.1:9/z' });
      expect(await child.ended).toBe(1);
      expect(child.output()).toContain('DATABASE_URL: the database cannot be used (ECONNREFUSED)');
    },
    PATIENCE_MS,
  );

  it(
    'refuses a database that lacks a migration, in development too',
    async () => {
      await database.dataSource.query(
        'CREATE TABLE kept_migrations AS SELECT * FROM migrations ORDER BY id DESC LIMIT 1',
      );
      await database.dataSource.query('DELETE FROM migrations ORDER BY id DESC LIMIT 1');
      try {
        for (const path of ['src/main.ts', 'src/worker.ts']) {
          const child = start(path);
          expect(await child.ended).toBe(1);
          expect(child.output()).toContain('The database lacks 1 migrations. Run: npm run migrate');
        }
      } finally {
        await database.dataSource.query('INSERT INTO migrations SELECT * FROM kept_migrations');
        await database.dataSource.query('DROP TABLE kept_migrations');
      }
    },
    PATIENCE_MS,
  );

  it(
    'attack 200: in production refuses drift, demo data and a Redis that forgets',
    async () => {
      const redis = testServer('TEST_REDIS_URL');
      await database.dataSource.query('ALTER TABLE staff_accounts ADD COLUMN nickname VARCHAR(9)');
      await database.dataSource.query(
        `INSERT INTO staff_accounts (id, email, display_name, role, password_hash, created_at, password_changed_at)
       VALUES (UUID(), 'ada@example.com', 'Ada', 'officer', 'x', NOW(), NOW())`,
      );
      await askRedis(redis, [['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru']], 1000);
      try {
        const child = start('src/main.ts', { ...production, PORT: '0' });
        expect(await child.ended).toBe(1);
        expect(child.output()).toContain('this database holds the demo data');
        expect(child.output()).toContain('unexpected column staff_accounts.nickname varchar(9)');
        expect(child.output()).toContain('noeviction; it has allkeys-lru');
        expect(child.output()).not.toContain('its account may change');
      } finally {
        await askRedis(redis, [['CONFIG', 'SET', 'maxmemory-policy', 'noeviction']], 1000);
        await database.dataSource.query('ALTER TABLE staff_accounts DROP COLUMN nickname');
        await database.dataSource.query('DELETE FROM staff_accounts');
      }
    },
    PATIENCE_MS,
  );

  it(
    'in production refuses an account that could change the audit trail',
    async () => {
      const all = { ...production, DATABASE_URL: database.migratorUrl, PORT: '0' };
      const child = start('src/worker.ts', all);
      expect(await child.ended).toBe(1);
      expect(child.output()).toContain('DATABASE_URL: its account may change timeline_events');
      expect(child.output()).toContain('DATABASE_MIGRATOR_URL');
    },
    PATIENCE_MS,
  );

  it(
    'in production goes well with all in order, and says plainly when the port is taken',
    async () => {
      const port = await freePort();
      const first = start('src/main.ts', { ...production, PORT: String(port) });
      await healthIs(port, 200);
      const second = start('src/main.ts', { ...production, PORT: String(port) });
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain(`PORT: another program uses ${port} already`);
      first.process.kill('SIGTERM');
      expect(await first.ended).toBe(0);
    },
    PATIENCE_MS,
  );
});

describe('the stop', () => {
  it(
    'lets a request finish, says no to new ones, closes idle connections and ends with 0',
    async () => {
      const port = await freePort();
      const child = start('src/main.ts', { PORT: String(port) });
      await healthIs(port, 200);
      const idle = connect(port, '127.0.0.1');
      const slow = connect(port, '127.0.0.1');
      let answer = '';
      slow.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      slow.write(`${SLOW_POST}a`);
      await pause(300);
      child.process.kill('SIGTERM');
      await healthIs(port, 503);
      slow.write('=b');
      expect(await child.ended).toBe(0);
      expect(answer).toMatch(/^HTTP\/1\.1 401/);
      expect(answer).toMatch(/\r\nConnection: close\r\n/i);
      idle.destroy();
    },
    PATIENCE_MS,
  );

  it(
    'ends at once on the second SIGTERM',
    async () => {
      const port = await freePort();
      const child = start('src/main.ts', { PORT: String(port) });
      await healthIs(port, 200);
      const slow = connect(port, '127.0.0.1');
      slow.on('error', () => undefined);
      slow.write(SLOW_POST);
      await pause(300);
      child.process.kill('SIGTERM');
      await healthIs(port, 503);
      child.process.kill('SIGTERM');
      expect(await child.ended).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'of a worker is clean',
    async () => {
      const child = start('src/worker.ts');
      await child.said(/The worker is running/);
      child.process.kill('SIGTERM');
      expect(await child.ended).toBe(0);
    },
    PATIENCE_MS,
  );
});

describe('the schema snapshot', () => {
  it('is the schema that the migrations make', async () => {
    const snapshot = JSON.parse(readFileSync(SCHEMA_SNAPSHOT, 'utf8')) as string[];
    const found = await readSchema(database.dataSource.manager);
    // Changed on purpose? Run: npm run schema:snapshot
    expect(compareSchemas(snapshot, found)).toEqual([]);
  });
});

async function healthIs(port: number, status: number): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const got = await fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.status,
      () => null,
    );
    if (got === status) return;
    if (Date.now() > until) throw new Error(`/health answered ${got}, not ${status}.`);
    await pause(50);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
