import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { decisionPage } from './decision-page.presenter.js';
import { readDecision } from './decision-page.queries.js';

@Controller('applications/:reference/decision')
@Can('see-case')
export class DecisionPageController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Works as a bookmark: it always shows how far the decision's effects are now. */
  @Get()
  async show(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const now = this.clock.now();
    const rows = await readDecision(this.database.reader, reference, now);
    if (!rows) throw new NotFoundException();
    const { decision, file } = rows;
    if (!decision) return redirectSeeOther(res, `/applications/${file.application.reference}`);
    const page = decisionPage({ ...rows, decision, staff: currentStaff(req), now });
    await renderPage(req, res, { view: 'decision-page/show', page });
  }
}
