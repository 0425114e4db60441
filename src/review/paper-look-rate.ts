import { type CanActivate, type ExecutionContext, HttpException, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RateLimit } from '../platform/web/rate-limit.js';
import { currentStaff } from '../staff/current-staff.js';

export const LOOKS_A_MINUTE = 120;

/** Pictures of pages and originals for one person: more than leafing takes, too few to copy a case load. */
@Injectable()
export class PaperLookRate implements CanActivate {
  private readonly limit = new RateLimit({ points: LOOKS_A_MINUTE, seconds: 60 });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const wait = await this.limit.count(currentStaff(http.getRequest<Request>()).id);
    if (wait === null) return true;
    http.getResponse<Response>().setHeader('Retry-After', String(wait));
    throw new HttpException('Too many papers at once.', 429);
  }
}
