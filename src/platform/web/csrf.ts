import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import 'express-session';

/** A synchroniser token per session, in the hidden field `_csrf` or the header `x-csrf-token`. */
const { generateToken, isRequestValid } = csrfSync({
  size: 32,
  getTokenFromRequest: (req) => {
    const body = req.body as Record<string, unknown> | undefined;
    const sent = body?.['_csrf'] ?? req.headers['x-csrf-token'];
    return typeof sent === 'string' ? sent : undefined;
  },
  getTokenFromState: (req) => (req.session as Request['session'] | undefined)?.csrfToken,
});

/** The session's token; the first call makes it, and with it the session. */
export function csrfTokenOf(req: Request): string {
  return generateToken(req);
}

export function hasValidCsrfToken(req: Request): boolean {
  return isRequestValid(req);
}
