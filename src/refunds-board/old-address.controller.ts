import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { REFUNDS_PATH } from './refunds-address.rules.js';

/** Where the list of payments that need a person was before: links and notes of staff go on working. */
@Controller('payments-to-settle')
@Can('see-payment-problems')
export class OldAddressController {
  @Get()
  leadOn(@Res() res: Response): void {
    redirectSeeOther(res, REFUNDS_PATH);
  }
}
