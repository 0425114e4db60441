import { randomUUID } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ledgerOf } from '../ledger/ledger.queries.js';
import {
  type CorrectionShown,
  correctionsOf,
  journalsOfUnplaced,
} from '../payment-comparisons/corrections.queries.js';
import { areFiguresFresh, type CorrectionDue } from '../payment-comparisons/corrections.rules.js';
import { type Difference, findDifference } from '../payment-comparisons/differences.queries.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { isRowId } from '../shared/row-id.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { correctionNow } from './close-difference.js';
import { answerForm, closingForm } from './closing.presenter.js';
import { differencePage } from './difference.presenter.js';
import { standingOf } from './difference-words.rules.js';
import { AnswerForm, ExplanationForm } from './reconciliation.form.js';
import { RECONCILIATION } from './reconciliation.presenter.js';

interface Showing {
  req: Request;
  res: Response;
  status: number;
  errors?: readonly FieldError[];
  /** What was typed; it is shown again even when there is nothing left to close. */
  form?: ExplanationForm;
  answer?: AnswerForm;
}

const NOTHING_DUE: CorrectionDue = { entries: [], gainPence: 0, sizePence: 0 };
const TOO_OLD =
  'Our ledger and the payment service are apart, but these figures are too old to post. Compare the day of this payment again; then the ledger can be corrected here.';
const OWN_REQUEST = 'You asked for a correction of the ledger. Another supervisor must answer.';

/** Draws the page of a difference: what it is, how it may be closed, and by whom. */
@Injectable()
export class ShowDifference {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundException */
  async find(id: string): Promise<Difference> {
    const found = isRowId(id) ? await findDifference(this.database.reader, id) : null;
    if (!found) throw new NotFoundException();
    return found;
  }

  async show(difference: Difference, showing: Showing): Promise<void> {
    const { reader } = this.database;
    const { req, res, status, errors = [] } = showing;
    const { paymentId, providerPaymentId } = difference;
    const staff = currentStaff(req);
    const corrections = await correctionsOf(reader, difference.id);
    const may = mayDo(staff.role, 'reconcile');
    const journals =
      paymentId === null
        ? await journalsOfUnplaced(reader, providerPaymentId)
        : await ledgerOf(reader, { paymentId });
    const page = differencePage({
      ...{ difference, corrections, journals, errors },
      ...(may ? await this.whatCanBeDone(difference, corrections, showing) : NOTHING_TO_DO),
    });
    await renderPage(req, res, { view: 'reconciliation/difference', page, status });
  }

  private async whatCanBeDone(
    difference: Difference,
    corrections: readonly CorrectionShown[],
    showing: Showing,
  ) {
    const standing = standingOf(difference);
    const waiting = corrections.find(({ state }) => state === 'waiting');
    if (waiting && (standing === 'waiting' || standing === 'cleared')) {
      const isOwn = waiting.askedBy === currentStaff(showing.req).id;
      const form = showing.answer ?? Object.assign(new AnswerForm(), { formId: randomUUID() });
      const action = `${pathOf(difference)}/corrections/${waiting.id}/answer`;
      const answering = { action, correction: waiting, form, errors: showing.errors ?? [] };
      return {
        ...{ form: null, notice: isOwn ? OWN_REQUEST : null },
        answer: isOwn ? null : answerForm(answering),
      };
    }
    const isClosed = standing !== 'open' && showing.status !== 409;
    return isClosed ? NOTHING_TO_DO : this.closing(difference, showing);
  }

  private async closing(difference: Difference, { form, errors = [] }: Showing) {
    const now = this.clock.now();
    const { reader } = this.database;
    const lacking = await correctionNow(reader, difference);
    const isFresh = areFiguresFresh(difference.lastFoundAt, now);
    const { gainPence, sizePence } = isFresh ? lacking : NOTHING_DUE;
    const { settings } = await policyBook(reader);
    const limit = settingOn(settings, 'correction_alone_pounds', londonDateOf(now));
    const empty = Object.assign(new ExplanationForm(), { formId: randomUUID() });
    return {
      form: closingForm({
        ...{ action: `${pathOf(difference)}/explanation`, gainPence, sizePence, errors },
        ...{ form: form ?? empty, limitPence: limit * 100 },
      }),
      notice: lacking.sizePence > 0 && !isFresh ? TOO_OLD : null,
      answer: null,
    };
  }
}

const NOTHING_TO_DO = { form: null, notice: null, answer: null };

function pathOf({ id }: Difference): string {
  return `${RECONCILIATION}/differences/${id}`;
}
