import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { interestCountsPage, keptFromCasesPage } from './conflicts-seen.presenter.js';
import { interestCounts, keptFromCases } from './my-interests.queries.js';

const MOST_LISTED = 200;
const DAYS_LISTED = 90;

/** What others learn of conflicts of interest: that there are some. */
@Controller()
export class ConflictsSeenController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('declared-interests')
  @Can('count-interests')
  async counts(@Req() req: Request, @Res() res: Response) {
    const page = interestCountsPage(await interestCounts(this.database.reader));
    await renderPage(req, res, { view: 'declared-relations/counts', page });
  }

  @Get('kept-from-deciding')
  @Can('see-conflicts')
  async kept(@Req() req: Request, @Res() res: Response) {
    const since = new Date(this.clock.now().getTime() - DAYS_LISTED * 24 * 3_600_000);
    const page = keptFromCasesPage(await keptFromCases(this.database.reader, since, MOST_LISTED));
    await renderPage(req, res, { view: 'declared-relations/kept', page });
  }
}
