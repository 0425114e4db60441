import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line a request: what was asked in general, never the address itself, its query or its body. */
export function accessLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = process.hrtime.bigint();
    res.once('close', () => {
      const ms = Math.round(Number(process.hrtime.bigint() - startedAt) / 1e5) / 10;
      logger.info({
        part: 'request',
        method: req.method,
        route: routePattern(req),
        status: res.statusCode,
        ms,
        reference: req.id,
        ...(res.writableFinished ? {} : { cutOff: true }),
      });
    });
    next();
  };
}

/** `/applications/:reference`, as it stands in the code. */
function routePattern(req: Request): string {
  const route: unknown = req.route;
  if (route && typeof route === 'object' && 'path' in route) return String(route.path);
  return req.originalUrl.startsWith('/assets/') ? '/assets' : '(none)';
}
