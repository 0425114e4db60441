import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Express, type RequestHandler, Router } from 'express';
import { Settings } from '../config/settings.js';
import { accessLog } from './access-log.js';
import { ErrorPageFilter } from './error-page.filter.js';
import { onFilesHost } from './files-host.js';
import type { DeskSettings } from './page-shell.js';
import { projectFolder } from './project-folder.js';
import { readBody } from './read-body.js';
import { isMessage, readMessage } from './read-message.js';
import { checkAddress, checkHost, checkOrigin, checkVerb } from './request-checks.js';
import { giveReference } from './request-reference.js';
import { Running } from './running.js';
import { securityHeaders } from './security-headers.js';
import { loadDeskAssets } from './static-assets.js';
import { installViews } from './views.js';
import { LOG, type Log } from './web.module.js';

const SANDBOX =
  'This is a practice system. No real money moves and no real letters, emails or texts are sent.';

export interface WebHandlers {
  /** Reads the session; the platform does not know whose it is. */
  sessions: RequestHandler;
  /** Answers everything that was sent to the host of files. */
  filesHost: RequestHandler;
}

/** Everything between the network and a controller, in the order in which a request meets it. */
export function installWeb(app: NestExpressApplication, handlers: WebHandlers): void {
  const settings = app.get(Settings);
  const log = app.get<Log>(LOG);
  const express = app.getHttpAdapter().getInstance() as Express;
  const assets = loadDeskAssets({ assetsDir: join(projectFolder(), 'assets') });
  setUp(express, settings);
  express.locals['desk'] = deskSettings(assets.links);
  express.use(giveReference(), accessLog(log), app.get(Running).count());
  express.use(onFilesHost(settings.FILES_URL, handlers.filesHost));
  express.use(securityHeaders(settings), startShell(settings), checkHost(settings.PUBLIC_URL));
  express.use('/assets', assets.serve);
  express.use(checkAddress(), checkVerb(express));
  const forPages = Router().use(checkOrigin(settings), ...readBody(), handlers.sessions);
  const forMessages = Router().use(...readMessage());
  express.use((req, res, next) => (isMessage(req) ? forMessages : forPages)(req, res, next));
  app.useGlobalFilters(new ErrorPageFilter(log));
}

function setUp(express: Express, settings: Settings): void {
  express.disable('x-powered-by');
  express.disable('etag');
  express.set('query parser', 'simple');
  express.set('trust proxy', settings.TRUST_PROXY ? 1 : false);
  installViews(express, { viewsDir: join(projectFolder(), 'views') });
}

function deskSettings(assets: DeskSettings['assets']): DeskSettings {
  return {
    serviceName: 'Permit Desk',
    assets,
    homeHref: '/',
    signOutAction: '/sign-out',
    footerLinks: [],
  };
}

/** The frame of a page for nobody; the guard fills in who is there. */
function startShell({ SANDBOX_URL }: Settings): RequestHandler {
  return (req, _res, next) => {
    req.shell = {
      user: null,
      navigation: [],
      csrfToken: '',
      sandboxBanner: SANDBOX_URL ? SANDBOX : null,
      requestReference: req.id,
    };
    next();
  };
}
