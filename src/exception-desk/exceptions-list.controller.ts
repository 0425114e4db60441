import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { policyBook } from '../policy/policy-book.queries.js';
import {
  settledExceptions,
  waitingExceptions,
} from '../refund-exceptions/refund-exceptions.queries.js';
import { approvalLimit } from '../refund-exceptions/returnable.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { exceptionsPage } from './exceptions-list.presenter.js';

const MOST_LISTED = 200;
const MOST_SETTLED = 50;

@Controller('refund-exceptions')
@Can('see-exceptions')
export class ExceptionsListController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const { reader } = this.database;
    const now = this.clock.now();
    const { id: staffId, role } = currentStaff(req);
    const { settings, holidays } = await policyBook(reader);
    const page = exceptionsPage({
      waiting: await waitingExceptions(reader, MOST_LISTED),
      settled: await settledExceptions(reader, MOST_SETTLED),
      limitPence: approvalLimit(settings, role, londonDateOf(now)),
      ...{ staffId, holidays, now },
    });
    await renderPage(req, res, { view: 'exception-desk/index', page });
  }
}
