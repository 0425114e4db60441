import { UnsupportedMediaTypeException } from '@nestjs/common';
import express, { type Request, type RequestHandler } from 'express';
import { endSlowSending, isJsonKind } from './read-body.js';

const LARGEST = 1024 * 1024;

/** Addresses that computers of other companies send signed messages to; no page is there. */
export function isMessage({ path }: Pick<Request, 'path'>): boolean {
  return path.startsWith('/webhooks/');
}

/**
 * Reads a signed message as the bytes that were sent: whoever checks the signature must see those.
 * Nothing is unpacked; what comes packed is not read at all, and its signature holds for nothing.
 */
export function readMessage(): RequestHandler[] {
  const readBytes = express.raw({ limit: LARGEST, inflate: false, type: () => true });
  return [
    takeJsonOnly,
    endSlowSending,
    (req, res, next) => (isPacked(req) ? next() : readBytes(req, res, next)),
  ];
}

const takeJsonOnly: RequestHandler = (req, _res, next) => {
  if (isJsonKind(req.headers['content-type'])) return next();
  next(new UnsupportedMediaTypeException('This address takes JSON only.'));
};

function isPacked({ headers }: Request): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}
