import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

declare module 'express-serve-static-core' {
  interface Request {
    /** Random; in the header `Request-Reference`, on error pages and in every log line of it. */
    id: string;
  }
}

/** No vowels and nothing that reads like something else, so that it can be said on the telephone. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** Gives each request a reference of ten characters. One sent by the browser is never used. */
export function giveReference(): RequestHandler {
  return (req: Request, res, next) => {
    req.id = [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
    res.setHeader('Request-Reference', req.id);
    next();
  };
}
