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
import { newId } from '../platform/database/new-id.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { AnotherWayForm } from './another-way.form.js';
import { anotherWayPage, notWaitingPage } from './another-way.presenter.js';
import { ANOTHER_WAY_REFUSAL_WORDS, type AnotherWayRefusal } from './another-way.rules.js';
import { refundsHref, NO_REFUND_FILTERS } from './refunds-address.rules.js';
import { mayBePaidAnotherWay } from './refunds.presenter.js';
import { findRefundRow, type RefundRow } from './refunds.queries.js';
import { SettleAnotherWay } from './settle-another-way.js';

const COMMAND_ID = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() });

@Controller('refunds/:id/another-way')
@Can('settle-another-way')
export class AnotherWayController {
  constructor(
    private readonly settleAnotherWay: SettleAnotherWay,
    private readonly database: Database,
  ) {}

  @Get('new')
  async new(@Param('id', COMMAND_ID) id: string, @Req() req: Request, @Res() res: Response) {
    const row = await this.rowOr404(id);
    if (row.state !== 'needs_attention') return this.refused('not_waiting', row, { req, res });
    if (!mayBePaidAnotherWay(row)) return this.refused('nothing_owed', row, { req, res });
    const form = Object.assign(new AnotherWayForm(), { formId: newId() });
    await this.show(row, form, { req, res, errors: [] });
  }

  @Post()
  async create(@Param('id', COMMAND_ID) id: string, @Req() req: Request, @Res() res: Response) {
    const row = await this.rowOr404(id);
    const parsed = parseForm(AnotherWayForm, req.body);
    const { form } = parsed;
    if (!parsed.ok) return this.show(row, form, { req, res, errors: parsed.errors });
    const settled = await this.settleAnotherWay.run({
      commandId: id,
      supervisor: currentStaff(req),
      ...{ formId: form.formId, reference: form.reference, reason: form.reason },
    });
    if (settled.ok) {
      return redirectSeeOther(res, refundsHref({ ...NO_REFUND_FILTERS, lane: 'another_way' }));
    }
    if (settled.refusal === 'not_found') throw new NotFoundException();
    await this.refused(settled.refusal, row, { req, res, form });
  }

  private async rowOr404(id: string): Promise<RefundRow> {
    const row = await findRefundRow(this.database.reader, id);
    if (!row) throw new NotFoundException();
    return row;
  }

  private show(row: RefundRow, form: AnotherWayForm, { req, res, errors }: Answer) {
    const page = anotherWayPage(row, form, errors ?? []);
    const status = page.errors.length > 0 ? 422 : 200;
    return renderPage(req, res, { view: 'refunds-board/another-way', page, status });
  }

  private refused(refusal: AnotherWayRefusal, row: RefundRow, { req, res, form }: Answer) {
    const page = notWaitingPage(row, ANOTHER_WAY_REFUSAL_WORDS[refusal], form ?? null);
    return renderPage(req, res, { view: 'refunds-board/not-waiting', page, status: 409 });
  }
}

interface Answer {
  req: Request;
  res: Response;
  errors?: readonly FieldError[];
  form?: AnotherWayForm;
}
