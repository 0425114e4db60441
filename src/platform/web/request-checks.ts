import { BadRequestException, HttpException } from '@nestjs/common';
import type { Express, Request, RequestHandler } from 'express';
import { ForeignRequest } from './refusals.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const KNOWN = new Set([...READING, 'POST', 'PUT', 'PATCH', 'DELETE']);
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const LONGEST_ADDRESS = 4000;
const MOST_PARAMETERS = 50;

/** Only the configured host is answered; links and redirects are never made of what a browser says. */
export function checkHost(publicUrl: string): RequestHandler {
  const own = new URL(publicUrl).host.toLowerCase();
  const isLocal = LOOPBACK.test(own);
  return (req, _res, next) => {
    const host = req.headers.host?.toLowerCase() ?? '';
    const isOurs = host === own || (isLocal && LOOPBACK.test(host));
    // A load balancer asks by address.
    if (isOurs || req.path === '/health') next();
    else next(new BadRequestException('The address of this service is another one.'));
  };
}

export function checkAddress(): RequestHandler {
  return (req, _res, next) => {
    if (req.originalUrl.length > LONGEST_ADDRESS) return next(new HttpException('Too long.', 414));
    const given = Object.values(req.query).flat();
    if (given.length > MOST_PARAMETERS || Object.keys(req.query).includes('__proto__')) {
      return next(new BadRequestException('The address has parts this service does not know.'));
    }
    try {
      decodeURIComponent(req.path);
    } catch {
      return next(new BadRequestException('The address cannot be read.'));
    }
    next();
  };
}

/** 405 for a verb that no route of this address has. The routes are read once, when all are there. */
export function checkVerb(app: Express): RequestHandler {
  let routes: KnownRoute[] | null = null;
  return (req, res, next) => {
    if (!KNOWN.has(req.method)) return next(verbRefused());
    routes ??= knownRoutes(app);
    // Nearly always one route takes it: then none of the others need be looked at.
    if (routes.some(({ verbs, matches }) => verbs.includes(req.method) && matches(req.path))) {
      return next();
    }
    const verbs = new Set(
      routes.filter(({ matches }) => matches(req.path)).flatMap(({ verbs }) => verbs),
    );
    if (req.path === '/health') verbs.add('HEAD');
    if (verbs.size === 0 || verbs.has(req.method)) return next();
    res.setHeader('Allow', [...verbs].sort().join(', '));
    next(verbRefused());
  };
}

/**
 * Changes are taken only from our own pages. A browser says where a request comes from
 * (`Sec-Fetch-Site`, or at least `Origin`); one that says neither is refused. A request with an
 * API key is not a browser's, and no other site can make a browser send that header.
 */
export function checkOrigin({ isHttps }: { isHttps: boolean }): RequestHandler {
  const scheme = isHttps ? 'https' : 'http';
  return (req, _res, next) => {
    if (READING.has(req.method) || hasBearerKey(req)) return next();
    next(isOwnRequest(req, scheme) ? undefined : new ForeignRequest());
  };
}

export function hasBearerKey(req: Request): boolean {
  return /^bearer /i.test(req.headers.authorization ?? '');
}

export function isOwnRequest(req: Request, scheme: string): boolean {
  const site = req.headers['sec-fetch-site'];
  const origin = req.headers.origin;
  if (site !== undefined && site !== 'same-origin') return false;
  // Our pages send no referrer, and Chromium then calls their origin "null".
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return origin.toLowerCase() === `${scheme}://${req.headers.host?.toLowerCase()}`;
}

interface KnownRoute {
  verbs: string[];
  matches: (path: string) => boolean;
}

interface RouterLayer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

function knownRoutes(app: Express): KnownRoute[] {
  const { stack } = app.router as unknown as { stack: RouterLayer[] };
  return stack.flatMap((layer) =>
    layer.route
      ? [
          {
            verbs: Object.keys(layer.route.methods).map((verb) => verb.toUpperCase()),
            matches: (path: string) => layer.match(path),
          },
        ]
      : [],
  );
}

function verbRefused(): HttpException {
  return new HttpException('This address does not take that verb.', 405);
}
