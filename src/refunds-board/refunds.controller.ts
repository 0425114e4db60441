import { TOO_MANY_EXPORTS } from '../export-log/export-limits.rules.js';
import {
  BadRequestException,
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { countExceptionsWaiting } from '../money-story/waiting-for-people.queries.js';
import { readServiceState } from '../payments/service-state.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { csvHeaders } from '../platform/web/csv/send-csv.js';
import { fieldError, parseForm, parseQuery } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import type { ExportWish } from './export-box.presenter.js';
import { ExportRefunds } from './export-refunds.js';
import { countCommandsUnderWay, laneTotals, owedToResidents } from './refund-totals.queries.js';
import { readPlace, REFUNDS_PATH } from './refunds-address.rules.js';
import { RefundsExportForm } from './refunds-export.form.js';
import { RefundsForm } from './refunds.form.js';
import { refundsPage } from './refunds.presenter.js';
import { readRefunds } from './refunds.queries.js';
import { TryPaymentAgain } from './try-payment-again.js';

const PAGE = 50;
const NOTHING_ASKED: ExportWish = { reason: '', errors: [] };

@Controller('refunds')
@Can('see-payment-problems')
export class RefundsController {
  constructor(
    private readonly tryPaymentAgain: TryPaymentAgain,
    private readonly exportRefunds: ExportRefunds,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Query() query: unknown, @Req() req: Request, @Res() res: Response) {
    const parsed = parseQuery(RefundsForm, query);
    if (!parsed.ok) throw new BadRequestException('The board cannot be so narrowed.');
    await this.show(parsed.form, { req, res, exporting: NOTHING_ASKED, status: 200 });
  }

  /** Pressed twice, or by two people, it is one new try: the board shows what is left. */
  @Post(':id/another-try')
  async tryAgain(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() })) id: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    await this.tryPaymentAgain.run(id, currentStaff(req).id);
    redirectSeeOther(res, REFUNDS_PATH);
  }

  @Post('exports')
  @Can('take-exports')
  async takeAway(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(RefundsExportForm, req.body);
    const { reason, ...filters } = parsed.form;
    const shown = Object.assign(new RefundsForm(), filters);
    if (!parsed.ok) {
      if (parsed.errors.some(({ field }) => field !== 'reason')) throw new BadRequestException();
      const exporting = { reason, errors: parsed.errors };
      return this.show(shown, { req, res, exporting, status: 422 });
    }
    const staffId = currentStaff(req).id;
    const made = await this.exportRefunds.run({ staffId, filters, reason });
    if (!made.ok) {
      const exporting = { reason, errors: [fieldError('reason', TOO_MANY_EXPORTS)] };
      return this.show(shown, { req, res, exporting, status: 429 });
    }
    csvHeaders(res, made.name);
    res.status(200).send(made.bytes);
  }

  private async show({ after, before, ...filters }: RefundsForm, { req, res, ...more }: Shown) {
    const { reader } = this.database;
    const now = this.clock.now();
    const place = readPlace(after || before);
    const from = place && { place, side: after ? ('after' as const) : ('before' as const) };
    const page = refundsPage({
      ...{ filters, now, staff: currentStaff(req), exporting: more.exporting },
      found: await readRefunds(reader, { filters, from, limit: PAGE, now }),
      totals: await laneTotals(reader),
      owed: await owedToResidents(reader),
      service: await readServiceState(reader),
      underWay: await countCommandsUnderWay(reader),
      exceptions: await countExceptionsWaiting(reader),
    });
    await renderPage(req, res, { view: 'refunds-board/index', page, status: more.status });
  }
}

interface Shown {
  req: Request;
  res: Response;
  exporting: ExportWish;
  status: number;
}
