import type { Request, Response } from 'express';
import { button } from './components/navigation.js';
import { csrfTokenOf } from './csrf.js';
import { renderPage } from './render-page.js';

const NOT_KEPT = new Set(['_csrf', 'password']);
const MOST_KEPT = 200;

/**
 * The form came from our own page but its session is over. Whatever was typed is kept in the page
 * and offered to be sent again; a password is not. The origin was checked before we get here, so
 * no other site can have filled this page.
 */
export async function sessionEndedPage(req: Request, res: Response): Promise<void> {
  const isSignedIn = req.staff !== undefined;
  const kept = keptFields(req);
  if (req.shell) req.shell.csrfToken = csrfTokenOf(req);
  await renderPage(req, res, {
    view: 'errors/session-ended',
    status: isSignedIn ? 403 : 401,
    page: {
      title: 'Your session ended',
      isSignedIn,
      hasText: kept.length > 0,
      canSend: isSignedIn || kept.length > 0,
      action: req.originalUrl,
      fields: kept,
      send: button({ text: 'Send again' }),
      texts: kept.filter(({ value }) => /\s/.test(value.trim())).map(({ value }) => value),
    },
  });
}

function keptFields(req: Request): { name: string; value: string }[] {
  const sent = (req.body ?? {}) as Record<string, unknown>;
  return Object.entries(sent)
    .filter(([name]) => !NOT_KEPT.has(name))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })))
    .slice(0, MOST_KEPT);
}
