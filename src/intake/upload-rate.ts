import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentClient } from '../api-clients/current-client.js';
import { RateLimit } from '../platform/web/rate-limit.js';
import { ApiProblem } from '../platform/web/refusals.js';

export const UPLOADS_A_MINUTE = 20;
export const ARRIVALS_A_MINUTE = 300;

/**
 * Requests with papers about one application, counted before a byte of the files is read. A sender
 * speaks for many residents, so here it is not counted as a whole.
 */
@Injectable()
export class UploadRate implements CanActivate {
  private readonly limit = new RateLimit({ points: UPLOADS_A_MINUTE, seconds: 60 });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const req = context.switchToHttp().getRequest<Request>();
    const wait = await this.limit.count(`${currentClient(req).id} ${req.params['reference']}`);
    if (wait === null) return true;
    throw tooMany(context, wait, {
      title: 'Too many files for this application',
      detail: `At most ${UPLOADS_A_MINUTE} requests a minute add files to one application. Wait ${wait} seconds.`,
    });
  }
}

/**
 * New applications with papers from one sender: far more than all residents of a county send in a
 * minute, and few enough that a sender gone wrong does not take every place. Those without papers
 * cost little and are not counted.
 */
@Injectable()
export class ArrivalRate implements CanActivate {
  private readonly limit = new RateLimit({ points: ARRIVALS_A_MINUTE, seconds: 60 });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const req = context.switchToHttp().getRequest<Request>();
    if (!req.is('multipart/form-data')) return true;
    const wait = await this.limit.count(currentClient(req).id);
    if (wait === null) return true;
    throw tooMany(context, wait, {
      title: 'Too many applications with files',
      detail: `At most ${ARRIVALS_A_MINUTE} requests a minute bring an application with files. Wait ${wait} seconds.`,
    });
  }
}

function tooMany(
  context: ExecutionContext,
  wait: number,
  problem: { title: string; detail: string },
): ApiProblem {
  const res = context.switchToHttp().getResponse<Response>();
  res.setHeader('Retry-After', String(wait));
  // The files are still on their way; nobody waits for them.
  res.setHeader('Connection', 'close');
  return new ApiProblem(429, problem);
}
