import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { noteActivity } from '../case-claims/case-activity.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';

/**
 * Whatever a member of staff posts about a case is work on it: the holder's claim lasts a whole
 * lease from then, and colleagues see who is there. Looking changes nothing: a page that is only
 * opened says so itself by the heartbeat of `assets/presence.js`. Runs after the guard, before the
 * act, so that nobody can take the case in between.
 */
@Injectable()
export class KeepClaimInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const req = context.switchToHttp().getRequest<Request>();
    const { reference } = req.params;
    if (req.method === 'POST' && req.staff && typeof reference === 'string') {
      await noteActivity(this.database.reader, {
        reference,
        staffId: req.staff.id,
        now: this.clock.now(),
        leaseMinutes: this.settings.CLAIM_MINUTES,
      });
    }
    return next.handle();
  }
}
