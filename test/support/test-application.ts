import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Settings } from '../../src/platform/config/settings.js';
import { NestLog } from '../../src/platform/web/log.js';
import { secretHash } from '../../src/platform/web/secret.js';
import { LOG } from '../../src/platform/web/web.module.js';
import { hashPassword } from '../../src/staff/password-hash.js';
import type { StaffRole } from '../../src/staff/staff-roles.rules.js';
import { applicationOptions, prepareWebApplication } from '../../src/web-application.js';
import { TestBrowser } from './test-browser.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { testSettings } from './test-settings.js';

export const TEST_PASSWORD = 'four quiet badgers dig';

export interface TestStaff {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
}

export interface TestApplication {
  url: string;
  app: NestExpressApplication;
  settings: Settings;
  clock: TestClock;
  database: TestDatabase;
  /** A browser that nobody is signed in with. */
  visitor(): TestBrowser;
  addStaff(role: StaffRole): Promise<TestStaff>;
  /** A new member of staff, signed in through the real form. */
  signInAs(role: StaffRole): Promise<TestBrowser & { staff: TestStaff }>;
  /** Stops the server and drops its database. */
  stop(): Promise<void>;
}

interface Wishes {
  settings?: Record<string, string | number | boolean>;
  clock?: TestClock;
  /** A module instead of the whole application, for tests of the platform. */
  module?: NonNullable<ModuleMetadata['imports']>[number];
  overrides?: { provide: unknown; use: unknown }[];
  /** Reaches the database by another port, so that a test can cut the connection. */
  databasePort?: number;
}

/** The real application on a free port, over a database of its own. */
export async function startTestApplication(wishes: Wishes = {}): Promise<TestApplication> {
  const database = await createTestDatabase();
  const settings = testSettings(atPort(database.url, wishes.databasePort), wishes.settings);
  const clock = wishes.clock ?? new TestClock();
  const app = await build(settings, clock, wishes);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const visitor = () => new TestBrowser(url, (browser) => tokenOf(database, settings, browser));
  const addStaff = (role: StaffRole) => insertStaff(database, role);
  return {
    ...{ url, app, settings, clock, database, visitor, addStaff },
    signInAs: async (role) => {
      const staff = await addStaff(role);
      const browser = visitor();
      await signIn(browser, staff.email);
      return Object.assign(browser, { staff });
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** Signs in through the form; throws when that did not work. */
export async function signIn(browser: TestBrowser, email: string): Promise<void> {
  await browser.get('/sign-in');
  const answer = await browser.post('/sign-in', { email, password: TEST_PASSWORD });
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`);
}

async function build(settings: Settings, clock: TestClock, wishes: Wishes) {
  const building = Test.createTestingModule({ imports: [wishes.module ?? AppModule] })
    .overrideProvider(Settings)
    .useValue(settings)
    .overrideProvider(Clock)
    .useValue(clock);
  for (const { provide, use } of wishes.overrides ?? []) {
    building.overrideProvider(provide).useValue(use);
  }
  const compiled = await building.compile();
  const app = compiled.createNestApplication<NestExpressApplication>({ ...applicationOptions });
  app.useLogger(new NestLog(app.get(LOG)));
  await listenFirst(app, settings, wishes);
  prepareWebApplication(app);
  await app.init();
  return app;
}

/** The port is known only now, and pages must name the host of files with it. */
async function listenFirst(app: NestExpressApplication, settings: Settings, wishes: Wishes) {
  const server: Server = app.getHttpServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (!wishes.settings?.['FILES_URL']) settings.FILES_URL = `http://files.localhost:${port}`;
}

function atPort(url: string, port: number | undefined): string {
  return port === undefined ? url : Object.assign(new URL(url), { port }).href;
}

let passwordHash: Promise<string> | null = null;

async function insertStaff({ dataSource }: TestDatabase, role: StaffRole): Promise<TestStaff> {
  const id = randomUUID();
  const staff = { id, email: `${role}-${id}@staff.example.com`, name: `Robin ${role}`, role };
  passwordHash ??= hashPassword(TEST_PASSWORD);
  await dataSource.query(
    `INSERT INTO staff_accounts (id, email, display_name, role, password_hash, created_at, password_changed_at)
     VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
    [id, staff.email, staff.name, role, await passwordHash],
  );
  return staff;
}

/** What a page of ours would have in its hidden field. */
async function tokenOf(
  { dataSource }: TestDatabase,
  settings: Settings,
  browser: TestBrowser,
): Promise<string | null> {
  const name = settings.isHttps ? '__Host-permit-desk' : 'permit-desk';
  const [, id] = /^s:([^.]+)\./.exec(decodeURIComponent(browser.cookies.get(name) ?? '')) ?? [];
  if (!id) return null;
  const rows: { content: string }[] = await dataSource.query(
    'SELECT content FROM staff_sessions WHERE id_hash = ?',
    [secretHash(id)],
  );
  const content = rows[0] ? (JSON.parse(rows[0].content) as { csrfToken?: string }) : null;
  return content?.csrfToken ?? null;
}
