import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentClient } from '../api-clients/current-client.js';
import { RateLimit } from '../platform/web/rate-limit.js';
import { ApiProblem } from '../platform/web/refusals.js';

export const UPLOADS_A_MINUTE = 20;

/**
 * Requests with papers about one application, counted before a byte of the files is read. A sender
 * speaks for many residents, so it is not counted as a whole.
 */
@Injectable()
export class UploadRate implements CanActivate {
  private readonly limit = new RateLimit({ points: UPLOADS_A_MINUTE, seconds: 60 });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const req = http.getRequest<Request>();
    const wait = await this.limit.count(`${currentClient(req).id} ${req.params['reference']}`);
    if (wait === null) return true;
    const res = http.getResponse<Response>();
    res.setHeader('Retry-After', String(wait));
    // The files are still on their way; nobody waits for them.
    res.setHeader('Connection', 'close');
    throw new ApiProblem(429, {
      title: 'Too many files for this application',
      detail: `At most ${UPLOADS_A_MINUTE} requests a minute add files to one application. Wait ${wait} seconds.`,
    });
  }
}
