import {
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { paymentsToSettle } from '../payments/payments-to-settle.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { paymentsToSettlePage } from './payments-to-settle.presenter.js';
import { TryPaymentAgain } from './try-payment-again.js';

const MOST_LISTED = 200;

@Controller('payments-to-settle')
@Can('see-payment-problems')
export class PaymentsToSettleController {
  constructor(
    private readonly tryPaymentAgain: TryPaymentAgain,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const payments = await paymentsToSettle(this.database.reader, MOST_LISTED);
    const page = paymentsToSettlePage(payments, this.clock.now());
    await renderPage(req, res, { view: 'payments-to-settle/index', page });
  }

  /** Pressed twice, or by two people, it is one new try: the list shows what is left. */
  @Post(':id/another-try')
  async tryAgain(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() })) id: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    await this.tryPaymentAgain.run(id, currentStaff(req).id);
    redirectSeeOther(res, '/payments-to-settle');
  }
}
