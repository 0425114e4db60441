import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { csrfTokenOf } from '../platform/web/csrf.js';
import { newSecret, secretHash } from '../platform/web/secret.js';
import { renewSession, saveSession } from '../staff/staff-sessions.js';
import { endOldestSessions, forgetDeadSessions } from '../staff/staff-sessions.store.js';
import { trustBrowser } from '../staff/trusted-browsers.store.js';
import { browserCookieName, browserSecret } from './browser-cookie.js';

const MOST_SESSIONS = 3;
const TRUST_DAYS = 180;

/** Last step of signing in: a session with a new id, and a browser that is known from now on. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async run(accountId: string, req: Request, res: Response): Promise<void> {
    const now = this.clock.now();
    await renewSession(req);
    req.session.accountId = accountId;
    req.session.signedInAt = now.getTime();
    csrfTokenOf(req);
    await saveSession(req);
    const secret = await this.remember(accountId, req, now);
    this.giveBrowserCookie(res, secret);
  }

  private remember(accountId: string, req: Request, now: Date): Promise<string> {
    const secret = newSecret();
    const known = browserSecret(req, this.settings);
    const expiresAt = new Date(now.getTime() + TRUST_DAYS * 86_400_000);
    const browser = {
      tokenHash: secretHash(secret),
      accountId,
      replaces: known ? secretHash(known) : null,
    };
    return this.unitOfWork.run(async (tx) => {
      await trustBrowser(tx, browser, { now, expiresAt });
      await endOldestSessions(tx, accountId, MOST_SESSIONS);
      await forgetDeadSessions(tx, now);
      return secret;
    });
  }

  private giveBrowserCookie(res: Response, secret: string): void {
    res.cookie(browserCookieName(this.settings), secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.isHttps,
      maxAge: TRUST_DAYS * 86_400_000,
    });
  }
}
