import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { LETTER_CHANGED } from '../letters/letter-key.js';
import type { WayToPay } from '../paid-another-way/ways-to-pay.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { newId } from '../platform/database/new-id.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { type LocalDate, londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { AnotherWayForm } from './another-way.form.js';
import { anotherWayPage, notWaitingPage, typedAnotherWay } from './another-way.presenter.js';
import { anotherWayCheckPage } from './another-way-check.presenter.js';
import { anotherWayLetter } from './another-way-letter.js';
import {
  ANOTHER_WAY_REFUSAL_WORDS,
  type AnotherWayRefusal,
  decideAnotherWay,
  isOwnRequest,
  mustBeChecked,
} from './another-way.rules.js';
import { type AnotherWayFault, readAnotherWay } from './read-another-way.rules.js';
import { COMMAND_ID, refundRowOr404 } from './refund-row-or-404.js';
import { refundsHref, NO_REFUND_FILTERS } from './refunds-address.rules.js';
import { mayBePaidAnotherWay } from './refunds.presenter.js';
import type { RefundRow } from './refunds.queries.js';
import { owedFor, SettleAnotherWay } from './settle-another-way.js';

@Controller('refunds/:id/another-way')
@Can('settle-another-way')
export class AnotherWayController {
  constructor(
    private readonly settleAnotherWay: SettleAnotherWay,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('id', COMMAND_ID) id: string, @Req() req: Request, @Res() res: Response) {
    const row = await refundRowOr404(this.database.reader, id);
    if (row.state !== 'needs_attention') return this.refused('not_waiting', row, { req, res });
    if (!mayBePaidAnotherWay(row)) return this.refused('nothing_owed', row, { req, res });
    const payer = { by: currentStaff(req).id, askedBy: row.askedBy };
    if (isOwnRequest(payer)) return this.refused('own_request', row, { req, res });
    const form = Object.assign(new AnotherWayForm(), { formId: newId() });
    await this.show(row, form, { req, res, errors: [] });
  }

  @Post()
  async create(@Param('id', COMMAND_ID) id: string, @Req() req: Request, @Res() res: Response) {
    const row = await refundRowOr404(this.database.reader, id);
    const parsed = parseForm(AnotherWayForm, req.body);
    const { form } = parsed;
    if (form.step === 'change') return this.show(row, form, { req, res });
    const read = readAnotherWay(form, this.boundsOf(row));
    const errors = inOrder([
      ...(parsed.ok ? [] : parsed.errors),
      ...(read.ok ? [] : faultsOf(read.faults)),
    ]);
    if (!parsed.ok || !read.ok) return this.show(row, form, { req, res, errors });
    if (form.step === 'check') return this.check(row, form, { ...read, req, res });
    await this.send(row, form, { ...read, req, res });
  }

  private async send(row: RefundRow, form: AnotherWayForm, answer: Recording) {
    const { way, paidOn, req, res } = answer;
    const settled = await this.settleAnotherWay.run({
      commandId: row.commandId,
      supervisor: currentStaff(req),
      ...{ formId: form.formId, reference: form.reference, reason: form.reason, way, paidOn },
      ...{ isChecked: form.checked === 'yes', letterShown: form.letterKey },
    });
    if (settled.ok) {
      return redirectSeeOther(res, refundsHref({ ...NO_REFUND_FILTERS, lane: 'another_way' }));
    }
    if (settled.refusal === 'not_found') throw new NotFoundException();
    if (settled.refusal === 'letter_changed') {
      return this.check(row, form, { ...answer, errors: [fieldError('letter', LETTER_CHANGED)] });
    }
    await this.refused(settled.refusal, row, { req, res, form });
  }

  private async check(row: RefundRow, form: AnotherWayForm, answer: Recording) {
    const { way, paidOn, req, res, errors = [] } = answer;
    const { reader } = this.database;
    const now = this.clock.now();
    const owedPence = await owedFor(reader, { id: row.commandId, paymentId: row.paymentId });
    const isChecked = form.checked === 'yes';
    const { id: by } = currentStaff(req);
    const decided = decideAnotherWay({ command: row, ...row, owedPence, isChecked, by });
    if (!decided.ok) return this.refused(decided.refusal, row, { req, res, form });
    const file = await caseFileOr404(reader, row.reference, now);
    const paid = { way, paidOn, pence: decided.pence };
    const council = councilFacts(this.settings);
    const page = anotherWayCheckPage({
      ...{ file, form, paid, errors, now, commandId: row.commandId },
      letter: anotherWayLetter(file, { ...paid, council, reference: form.reference }),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'refunds-board/another-way-check', page, status });
  }

  private boundsOf(row: RefundRow) {
    return {
      today: londonDateOf(this.clock.now()),
      askedOn: londonDateOf(row.requestedAt),
      mustBeChecked: mustBeChecked(row.sentAt, row),
    };
  }

  private show(row: RefundRow, form: AnotherWayForm, { req, res, errors }: Answer) {
    const page = anotherWayPage(row, form, errors ?? []);
    const status = page.errors.length > 0 ? 422 : 200;
    return renderPage(req, res, { view: 'refunds-board/another-way', page, status });
  }

  private refused(refusal: AnotherWayRefusal, row: RefundRow, { req, res, form }: Answer) {
    const typed = form ? typedAnotherWay(form) : [];
    const page = notWaitingPage(row, ANOTHER_WAY_REFUSAL_WORDS[refusal], typed);
    return renderPage(req, res, { view: 'refunds-board/not-waiting', page, status: 409 });
  }
}

const ORDER = ['way', 'paidOn', 'reference', 'reason', 'checked'];

/** As the questions stand on the page. */
function inOrder(errors: readonly FieldError[]): FieldError[] {
  return [...errors].sort((one, other) => ORDER.indexOf(one.field) - ORDER.indexOf(other.field));
}

function faultsOf(faults: readonly AnotherWayFault[]): FieldError[] {
  return faults.map(({ field, text }) =>
    fieldError(field, text, field === 'paidOn' ? '#paidOn-day' : `#${field}`),
  );
}

interface Recording {
  way: WayToPay;
  paidOn: LocalDate;
  req: Request;
  res: Response;
  errors?: readonly FieldError[];
}

interface Answer {
  req: Request;
  res: Response;
  errors?: readonly FieldError[];
  form?: AnotherWayForm;
}
