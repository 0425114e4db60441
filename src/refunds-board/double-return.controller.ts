import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { paidAnotherWayFor } from '../paid-another-way/paid-another-way.queries.js';
import { newId } from '../platform/database/new-id.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { notWaitingPage } from './another-way.presenter.js';
import { CloseDoubleReturn, type DoubleReturnRefusal } from './close-double-return.js';
import { DoubleReturnForm } from './double-return.form.js';
import { doubleReturnPage } from './double-return.presenter.js';
import { COMMAND_ID, refundRowOr404 } from './refund-row-or-404.js';
import { NO_REFUND_FILTERS, refundsHref } from './refunds-address.rules.js';
import type { RefundRow } from './refunds.queries.js';
import { owedFor } from './settle-another-way.js';

const BECAUSE: Readonly<Record<DoubleReturnRefusal, string>> = {
  not_twice:
    'This no longer stands as given back twice: somebody closed it meanwhile, or the bank sent the refund back. Nothing was recorded.',
  own_payment:
    'You paid it another way yourself. Another supervisor must say how it ended, because money is written off. Nothing was recorded.',
};

/** Money that went back another way, and by card after all: a person says how it ended. */
@Controller('refunds/:id/double-return')
@Can('settle-another-way')
export class DoubleReturnController {
  constructor(
    private readonly closeDoubleReturn: CloseDoubleReturn,
    private readonly database: Database,
  ) {}

  @Get('new')
  async new(@Param('id', COMMAND_ID) id: string, @Req() req: Request, @Res() res: Response) {
    const row = await refundRowOr404(this.database.reader, id);
    if (!row.isTwice) return this.refused('not_twice', row, { req, res, words: '' });
    const isOwn = row.paidBy === currentStaff(req).id;
    if (isOwn) return this.refused('own_payment', row, { req, res, words: '' });
    const form = Object.assign(new DoubleReturnForm(), { formId: newId() });
    await this.show(row, form, { req, res, errors: [] });
  }

  @Post()
  async create(@Param('id', COMMAND_ID) id: string, @Req() req: Request, @Res() res: Response) {
    const row = await refundRowOr404(this.database.reader, id);
    const parsed = parseForm(DoubleReturnForm, req.body);
    const { form } = parsed;
    if (!parsed.ok) return this.show(row, form, { req, res, errors: parsed.errors });
    const closed = await this.closeDoubleReturn.run({
      ...{ commandId: id, supervisor: currentStaff(req) },
      ...{ formId: form.formId, words: form.words },
    });
    if (closed.ok) {
      return redirectSeeOther(res, refundsHref({ ...NO_REFUND_FILTERS, lane: 'another_way' }));
    }
    if (closed.refusal === 'not_found') throw new NotFoundException();
    await this.refused(closed.refusal, row, { req, res, words: form.words });
  }

  private async show(row: RefundRow, form: DoubleReturnForm, { req, res, errors }: Answer) {
    const { reader } = this.database;
    const page = doubleReturnPage({
      ...{ row, form, errors },
      way: await paidAnotherWayFor(reader, row.commandId),
      tooMuchPence: -(await owedFor(reader, { id: row.commandId, paymentId: row.paymentId })),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'refunds-board/double-return', page, status });
  }

  private refused(
    refusal: DoubleReturnRefusal,
    row: RefundRow,
    { req, res, words }: Omit<Answer, 'errors'> & { words: string },
  ) {
    const page = notWaitingPage(row, BECAUSE[refusal], [{ label: 'How it ended', text: words }]);
    return renderPage(req, res, { view: 'refunds-board/not-waiting', page, status: 409 });
  }
}

interface Answer {
  req: Request;
  res: Response;
  errors: readonly FieldError[];
}
