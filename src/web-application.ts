import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FilesHost } from './evidence-files/files-host.js';
import { Clock } from './platform/clock/clock.js';
import { Settings } from './platform/config/settings.js';
import { Database } from './platform/database/transaction.js';
import { installWeb } from './platform/web/install-web.js';
import { StaffSessionStore } from './staff/session-store.js';
import { staffSessions } from './staff/staff-sessions.js';

/** How the application is created; `main.ts` and the tests do the same. */
export const applicationOptions = { bodyParser: false, abortOnError: false } as const;

/** Longer than an upload may take (file-limits.ts), so that its own sentence is the one that is read. */
const LONGEST_REQUEST_MS = 660_000;
/**
 * Longer than a proxy in front keeps a connection it does not use (a minute as a rule): the one that
 * sends must be the one that hangs up, or a request meets a connection that has just been ended.
 */
const IDLE_CONNECTION_MS = 75_000;

/** Puts the platform's web part in front of the controllers. Call once, before `init`. */
export function prepareWebApplication(app: NestExpressApplication): void {
  const settings = app.get(Settings);
  const store = new StaffSessionStore({
    database: app.get(Database),
    clock: app.get(Clock),
    idleMinutes: settings.SESSION_IDLE_MINUTES,
    hours: settings.SESSION_HOURS,
  });
  const choice = { secret: settings.SESSION_SECRET, isHttps: settings.isHttps };
  installWeb(app, {
    sessions: staffSessions(store, choice),
    filesHost: (req, res, next) => app.get(FilesHost, { strict: false }).answer(req, res, next),
  });
  const server: Server = app.getHttpServer();
  server.requestTimeout = LONGEST_REQUEST_MS;
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
}
