import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { listShares } from '../quality-checks/quality-shares.queries.js';
import { addMonths, londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { agreementByMonth } from './agreement.rules.js';
import { secondLooksPage } from './second-looks.presenter.js';
import { settledLooksSince, waitingLooks } from './second-looks.queries.js';

const MOST_LISTED = 200;

@Controller('second-looks')
@Can('second-look')
export class SecondLooksController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const { reader } = this.database;
    const now = this.clock.now();
    const today = londonDateOf(now);
    const since = startOfLondonDay(addMonths(today, -12));
    const names = new Map(
      (await listPermitTypes(reader, today)).map((one) => [one.code, one.name]),
    );
    const page = secondLooksPage({
      looks: await waitingLooks(reader, MOST_LISTED),
      agreement: agreementByMonth(await settledLooksSince(reader, since)),
      shares: (await listShares(reader)).map((share) => ({
        ...share,
        permitTypeName: names.get(share.permitTypeCode) ?? share.permitTypeCode,
      })),
      usualPercent: this.settings.QUALITY_SAMPLE_PERCENT,
      workingDays: settingOn((await policyBook(reader)).settings, 'second_look_days', today),
      staffId: currentStaff(req).id,
      now,
    });
    await renderPage(req, res, { view: 'second-looks/index', page });
  }
}
