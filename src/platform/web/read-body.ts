import {
  BadRequestException,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import express, { type Request, type RequestHandler } from 'express';
import { hasRepeatedNames } from './repeated-names.js';

const LARGEST = 200 * 1024;
/** A form is small: whoever needs longer to send one is holding a connection. */
const PATIENCE_MS = 30_000;
const MOST_FIELDS = 500;
const DEEPEST = 12;
/** Half of a character pair, or the null character. */
const NOT_READABLE = /[\p{Surrogate}\0]/u;
const NEVER_A_NAME = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads forms everywhere and JSON under `/api/`; nothing else is taken. Files (multipart) are left
 * to the route that wants them. What was read is then checked as a whole.
 */
export function readBody(): RequestHandler[] {
  return [
    refuseOtherKinds,
    endSlowSending,
    express.urlencoded({
      extended: false,
      limit: LARGEST,
      parameterLimit: MOST_FIELDS,
      type: 'application/x-www-form-urlencoded',
    }),
    express.json({ limit: LARGEST, strict: true, type: isApiJson, verify: refuseRepeatedNames }),
    (req, _res, next) => {
      const body: unknown = req.body;
      next(body === undefined || isSound(body) ? undefined : unsound());
    },
  ];
}

const refuseOtherKinds: RequestHandler = (req, _res, next) => {
  const sent = req.headers['content-type'];
  if (!hasBody(req) || isForm(sent) || isFiles(sent) || isApiJson(req)) return next();
  next(new UnsupportedMediaTypeException('This service does not take that kind of content.'));
};

function refuseRepeatedNames(_req: unknown, _res: unknown, body: Buffer): void {
  if (hasRepeatedNames(body.toString())) throw unsound();
}

/** Files have limits of their own, where they are received. */
export const endSlowSending: RequestHandler = (req, _res, next) => {
  if (hasBody(req) && !isFiles(req.headers['content-type'])) {
    const timer = setTimeout(() => req.destroy(), PATIENCE_MS);
    for (const over of ['end', 'close']) req.once(over, () => clearTimeout(timer));
  }
  next();
};

function isApiJson(req: Pick<Request, 'headers'> & { path?: string; url?: string }): boolean {
  return isJsonKind(req.headers['content-type']) && (req.url ?? '').startsWith('/api/');
}

/** Text in another encoding than UTF-8 is refused rather than guessed. */
export function isJsonKind(kind: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(kind ?? '');
}

function hasBody(req: Request): boolean {
  return req.headers['transfer-encoding'] !== undefined || contentLength(req) > 0;
}

function isForm(kind: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i.test(kind ?? '');
}

function isFiles(kind: string | undefined): boolean {
  return /^multipart\/form-data\s*;/i.test(kind ?? '');
}

function contentLength(req: Request): number {
  const length = Number(req.headers['content-length'] ?? 0);
  if (length > LARGEST && !isFiles(req.headers['content-type'])) {
    throw new PayloadTooLargeException('That is more than this service takes at once.');
  }
  return length;
}

function unsound(): BadRequestException {
  return new BadRequestException('The content cannot be read.');
}

/** No hidden names, no bottomless nesting, no half characters. Walks without recursion. */
export function isSound(content: unknown): boolean {
  let level: unknown[] = [content];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !isReadable(value)) return false;
      if (typeof value !== 'object' || value === null) continue;
      const names = Object.keys(value);
      if (names.some((name) => NEVER_A_NAME.has(name) || !isReadable(name))) return false;
      below.push(...Object.values(value));
    }
    level = below;
  }
  return true;
}

function isReadable(text: string): boolean {
  return !NOT_READABLE.test(text);
}
