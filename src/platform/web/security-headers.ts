import type { RequestHandler } from 'express';
import helmet from 'helmet';

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

/** The headers of every answer, errors and assets included. Nothing inline runs anywhere. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
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
