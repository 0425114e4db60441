import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { policyChanges } from '../policy/policy-changes.queries.js';
import { Can } from '../staff/can.decorator.js';
import { administrationPage, changesPage } from './administration.presenter.js';

const MOST_LISTED = 200;

@Controller('administration')
@Can('see-policy')
export class AdministrationController {
  constructor(private readonly database: Database) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    await renderPage(req, res, { view: 'administration/index', page: administrationPage() });
  }

  @Get('changes')
  async changes(@Req() req: Request, @Res() res: Response) {
    const changes = await policyChanges(this.database.reader, { limit: MOST_LISTED });
    await renderPage(req, res, { view: 'administration/changes', page: changesPage(changes) });
  }
}
