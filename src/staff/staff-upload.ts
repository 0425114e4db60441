import { BadRequestException, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { receiveFiles } from '../platform/files/receive-upload.js';
import { RateLimit } from '../platform/web/rate-limit.js';
import { isSound } from '../platform/web/read-body.js';

export const STAFF_UPLOADS_A_MINUTE = 20;

interface Exchange {
  req: Request;
  res: Response;
  staffId: string;
}

/** Receives the one file of a form from somebody who is signed in and may send that form. */
export class StaffUpload {
  private readonly limit = new RateLimit({ points: STAFF_UPLOADS_A_MINUTE, seconds: 60 });

  constructor(private readonly directory: string) {}

  async receive(field: string, { req, res, staffId }: Exchange): Promise<void> {
    const wait = await this.limit.count(staffId);
    if (wait !== null) {
      res.setHeader('Retry-After', String(wait));
      // The file is still on its way; nobody waits for it.
      res.setHeader('Connection', 'close');
      throw new HttpException('Too many files at once.', 429);
    }
    await receiveFiles(req, res, { directory: this.directory, field, maxFiles: 1 });
    if (!isSound(req.body)) throw new BadRequestException('The content cannot be read.');
  }
}

/** A session that ended offers what was typed again, and cannot offer the file. */
export function noteLostFile(req: Request): void {
  const body = req.body as Record<string, unknown> | undefined;
  if (body) body['fileLost'] = '1';
}

export function isMultipart(req: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(req.headers['content-type'] ?? '');
}
