import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import { ledgerOf } from '../ledger/ledger.queries.js';
import { readMoneyFacts } from '../money-story/money-facts.queries.js';
import { doubleReturnsOf } from '../paid-another-way/double-returns.queries.js';
import { paidAnotherWayOf } from '../paid-another-way/paid-another-way.queries.js';
import { correctionsOfCase } from '../payment-comparisons/corrections.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { caseMoneyPage } from './case-money.presenter.js';
import { journalCausesOf } from './journal-causes.queries.js';

@Controller('applications/:reference/money')
@Can('see-ledger')
export class CaseMoneyController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const now = this.clock.now();
    const { reader } = this.database;
    const file = await caseFileOr404(reader, reference, now);
    const { id: applicationId } = file.application;
    const page = caseMoneyPage({
      ...{ file, now },
      facts: await readMoneyFacts(reader, file.application, now),
      journals: await ledgerOf(reader, { applicationId }),
      causes: await journalCausesOf(reader, applicationId),
      corrections: await correctionsOfCase(reader, applicationId),
      ways: await paidAnotherWayOf(reader, applicationId),
      doubles: await doubleReturnsOf(reader, applicationId),
    });
    await renderPage(req, res, { view: 'case-money/show', page });
  }
}
