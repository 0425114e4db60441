import type { Request, Response } from 'express';
import { type DeskSettings, type DeskShell, type PageBase, pageShell } from './page-shell.js';
import { assertPlain } from './views.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Filled by the web platform for every request; absent when a request failed before that. */
    shell?: DeskShell;
  }
}

export interface PageToRender<Page extends PageBase> {
  /** The path of the view without its ending: `review/show`. */
  view: string;
  page: Page;
  status?: number;
  /** `resident` is for people outside: no navigation, larger text. */
  layout?: 'desk' | 'resident';
}

/** Answers with a page. Rejects, with nothing sent, when the view and its page do not fit. */
export async function renderPage<Page extends PageBase>(
  req: Request,
  res: Response,
  { view, page, status = 200, layout = 'desk' }: PageToRender<Page>,
): Promise<void> {
  assertPlain(page);
  const settings = res.app.locals['desk'] as DeskSettings;
  const shell = pageShell(settings, req.shell ?? null, page, {
    isResident: layout === 'resident',
    requestReference: requestReference(req),
  });
  const html = await new Promise<string>((resolve, reject) => {
    res.render('layouts/desk', { view, page, shell }, (error: Error | null, text?: string) => {
      if (error) reject(error);
      else resolve(text ?? '');
    });
  });
  res.status(status).type('html').set('Cache-Control', 'no-store').send(html);
}

/**
 * Answers 303 to a path of this application. Anything that a browser could read as another
 * origin (`//host`, `/\host`, `https:…`, control characters) is a mistake in the code: it throws.
 */
export function redirectSeeOther(res: Response, path: string): void {
  if (!isOwnPath(path)) throw new TypeError('only a path of this application can be redirected to');
  const before = res.locals[BEFORE_REDIRECT] as (() => Promise<void>) | undefined;
  if (!before) return res.redirect(303, path);
  // What was asked for is done: a fault of what only tidies up after it must not say otherwise.
  const lead = () => res.redirect(303, path);
  void before().then(lead, lead);
}

/**
 * Answers 303 to an address of another service. Whoever calls this has checked that it is one of
 * that service's own pages; nothing a visitor sent may end up here.
 */
export function leadOutside(res: Response, address: string): void {
  if (!/^https?:$/.test(new URL(address).protocol))
    throw new TypeError('not an address of the web');
  res.redirect(303, address);
}

const BEFORE_REDIRECT = 'beforeRedirect';

/** Something to be done before the browser is led on, once what it asked for has succeeded. */
export function beforeRedirect(res: Response, act: () => Promise<void>): void {
  res.locals[BEFORE_REDIRECT] = act;
}

export function isOwnPath(path: string): boolean {
  // Browsers drop tabs and line breaks and read a backslash as a slash.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) return false;
  return new URL(path, 'http://desk.invalid').origin === 'http://desk.invalid';
}

function requestReference(req: Request): string | null {
  const id: unknown = (req as { id?: unknown }).id;
  return req.shell?.requestReference ?? (typeof id === 'string' ? id : null);
}
