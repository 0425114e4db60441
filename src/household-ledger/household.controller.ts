import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseBar } from '../case-file/case-bar.presenter.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { backLink } from '../platform/web/components/navigation.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { readLedger } from './ledger.queries.js';
import { wholeLedger } from './ledger.presenter.js';

/** The whole household ledger of a case, when it is too long for the case page. */
@Controller('applications/:reference/household')
@Can('see-case')
export class HouseholdController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const now = this.clock.now();
    const { reader } = this.database;
    const file = await caseFileOr404(reader, reference, now);
    const page = {
      title: 'At this address',
      backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
      bar: caseBar(file, now),
      ledger: wholeLedger(await readLedger(reader, file, now), now),
    };
    await renderPage(req, res, { view: 'household-ledger/show', page });
  }
}
