import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { listToRejectPage, MOST_IN_LIST } from './list-to-reject.presenter.js';
import { readWholeList } from './queue.queries.js';
import { readQueueAddress } from './read-queue-address.js';

/** Every case of a list on one page, each to be left out, before they are rejected together. */
@Controller('queue/rejection')
@Can('reject-in-bulk')
export class ListToRejectController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: unknown, @Req() req: Request, @Res() res: Response) {
    const reader = readingOnePolicy(this.database.reader);
    const { filters, order } = readQueueAddress(query);
    const now = this.clock.now();
    const wish = { filters, order, staffId: currentStaff(req).id, now };
    const rows = await readWholeList(reader, wish, MOST_IN_LIST);
    const page = listToRejectPage({ address: { filters, order }, rows, now });
    await renderPage(req, res, { view: 'queue/list-to-reject', page });
  }
}
