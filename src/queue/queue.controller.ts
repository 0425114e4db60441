import { BadRequestException, Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { assignableStaff } from '../case-claims/assignable-staff.queries.js';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { parseQuery } from '../platform/web/parse-form.js';
import { renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { listZones } from '../zones/zones.queries.js';
import { readPlace } from './queue-order.rules.js';
import { QueueForm } from './queue.form.js';
import { queuePage } from './queue.presenter.js';
import { type QueueWish, readQueue } from './queue.queries.js';

@Controller('queue')
@Can('see-queue')
export class QueueController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Query() query: unknown, @Req() req: Request, @Res() res: Response) {
    const asked = this.asked(query);
    const { reader } = this.database;
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
    await renderPage(req, res, { view: 'queue/index', page });
  }

  /** An address this page never links to is refused, not guessed at. */
  private asked(query: unknown): Pick<QueueWish, 'filters' | 'order' | 'from'> {
    const parsed = parseQuery(QueueForm, query);
    if (!parsed.ok) throw new BadRequestException();
    const { sort, direction, after, before, ...filters } = parsed.form;
    return { filters, order: { sort, direction }, from: placeIn({ sort, after, before }) };
  }
}

function placeIn({ sort, after, before }: Pick<QueueForm, 'sort' | 'after' | 'before'>) {
  if (!after && !before) return null;
  const place = readPlace(after || before, sort);
  if (!place || (after && before)) throw new BadRequestException();
  return { place, side: after ? ('after' as const) : ('before' as const) };
}
