import { promisify } from 'node:util';
import type { Request, RequestHandler, Response } from 'express';
import session, { type Store } from 'express-session';
import { newSecret } from '../platform/web/secret.js';

export interface CookieChoice {
  secret: string;
  isHttps: boolean;
}

/** `__Host-` keeps a sub-domain from planting a cookie; browsers take it over https only. */
export function sessionCookieName({ isHttps }: { isHttps: boolean }): string {
  return isHttps ? '__Host-permit-desk' : 'permit-desk';
}

/** Addresses that never have a session: they answer the same to everybody. */
const WITHOUT_SESSION = /^\/(health$|assets\/|api\/v\d)/;

export function staffSessions(store: Store, choice: CookieChoice): RequestHandler {
  const attachSession = session({
    name: sessionCookieName(choice),
    secret: choice.secret,
    genid: newSecret,
    store,
    resave: false,
    saveUninitialized: false,
    // The browser's side is https whenever the public address says so; our own side never is.
    proxy: true,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: choice.isHttps },
  });
  return (req, res, next) => {
    if (WITHOUT_SESSION.test(req.path)) return next();
    if (choice.isHttps) req.headers['x-forwarded-proto'] = 'https';
    attachSession(req, res, next);
  };
}

/** Puts a new session, with a new id and nothing carried over, in the place of the old one. */
export async function renewSession(req: Request): Promise<void> {
  await promisify(req.session.regenerate.bind(req.session))();
}

/** Writes the session at once: the answer must not be sooner in the browser than in the database. */
export async function saveSession(req: Request): Promise<void> {
  await promisify(req.session.save.bind(req.session))();
}

/** Ends the session in the database and takes its cookie from the browser. */
export async function endCurrentSession(
  req: Request,
  res: Response,
  choice: { isHttps: boolean },
): Promise<void> {
  await promisify(req.session.destroy.bind(req.session))();
  res.clearCookie(sessionCookieName(choice), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: choice.isHttps,
  });
}

/** Whether the browser sent a session cookie at all. */
export function sentSessionCookie(req: Request, choice: { isHttps: boolean }): boolean {
  const name = sessionCookieName(choice);
  return (req.headers.cookie ?? '').split(';').some((part) => part.trim().startsWith(`${name}=`));
}
