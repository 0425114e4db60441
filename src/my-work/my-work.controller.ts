import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { myWorkPage } from './my-work.presenter.js';
import { ownWork, teamWork } from './my-work.queries.js';

@Controller()
@Can('signed-in')
export class MyWorkController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  home(@Res() res: Response) {
    redirectSeeOther(res, '/my-work');
  }

  @Get('my-work')
  async index(@Req() req: Request, @Res() res: Response) {
    const { id, role } = currentStaff(req);
    const { reader } = this.database;
    const now = this.clock.now();
    const page = myWorkPage({
      role,
      own: await ownWork(reader, id, now),
      team: await teamWork(reader, now, mayDo(role, 'assign')),
      now,
    });
    await renderPage(req, res, { view: 'my-work/show', page });
  }
}
