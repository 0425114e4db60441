import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { assignableStaff } from '../case-claims/assignable-staff.queries.js';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { firstView, viewsFor } from '../saved-views/saved-views.queries.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { listZones } from '../zones/zones.queries.js';
import { queueQuery } from './queue-address.rules.js';
import { queuePage } from './queue.presenter.js';
import { readQueue } from './queue.queries.js';
import { readQueueAddress } from './read-queue-address.js';
import { queueViews, viewHref } from './saved-views.presenter.js';

@Controller('queue')
@Can('see-queue')
export class QueueController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Query() query: unknown, @Req() req: Request, @Res() res: Response) {
    const reader = readingOnePolicy(this.database.reader);
    const { id: staffId } = currentStaff(req);
    const saved = await viewsFor(reader, staffId);
    const first = isBare(query) ? firstView(saved, staffId) : undefined;
    if (first?.query) return redirectSeeOther(res, viewHref(first.query));
    const asked = readQueueAddress(query);
    const now = this.clock.now();
    const today = londonDateOf(now);
    const staff = currentStaff(req);
    const page = queuePage({
      staff,
      assignable: mayDo(staff.role, 'assign') ? await assignableStaff(reader) : [],
      address: asked,
      choices: {
        types: await listPermitTypes(reader, today),
        zones: await listZones(reader, today),
      },
      found: await readQueue(reader, { ...asked, staffId: staff.id, now }),
      now,
    });
    const views = queueViews(saved, { query: queueQuery(asked), staffId });
    await renderPage(req, res, { view: 'queue/index', page: { ...page, views } });
  }
}

function isBare(query: unknown): boolean {
  return Object.keys(query ?? {}).length === 0;
}
