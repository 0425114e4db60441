import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

interface HeaderSettings {
  isHttps: boolean;
  FILES_URL: string;
}

const YEAR = 365 * 24 * 60 * 60;

const UNUSED_POWERS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
].map((power) => `${power}=()`);

/**
 * The headers of every answer of the pages' host, errors and assets included. Nothing inline runs
 * anywhere; pictures come from here and from the host of files.
 */
export function securityHeaders({ isHttps, FILES_URL }: HeaderSettings): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", new URL(FILES_URL).origin],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 2 * YEAR, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (req, res, next) => {
    res.setHeader('Permissions-Policy', UNUSED_POWERS.join(', '));
    // What may be kept (assets) says so itself.
    res.setHeader('Cache-Control', 'no-store');
    protect(req, res, next);
  };
}

/**
 * Lets the forms of this one page lead to another origin besides: browsers hold a form to its page's
 * policy even where the answer to it is a redirect.
 */
export function allowFormsTo(res: Response, origin: string): void {
  const policy = String(res.getHeader('Content-Security-Policy'));
  const own = "form-action 'self'";
  if (!policy.includes(own)) throw new Error('The policy of the page says nothing of forms.');
  res.setHeader('Content-Security-Policy', policy.replace(own, `${own} ${origin}`));
}
