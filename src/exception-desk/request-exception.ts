import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { lockCase } from '../case-file/lock-case.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import {
  exceptionsOf,
  insertException,
  type RefundException,
  waitingPence,
} from '../refund-exceptions/refund-exceptions.store.js';
import { highestLimit, returnablePence } from '../refund-exceptions/returnable.rules.js';
import { addDays, londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import { ok, type Outcome } from '../shared/outcome.js';
import { addWorkingDays } from '../shared/working-days.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import {
  decideRequest,
  type ExceptionAsked,
  type RequestRefusal,
} from './request-exception.rules.js';

export interface RequestExceptionCommand {
  applicationId: string;
  uprn: string;
  /** Who asks, from the session. */
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  asked: ExceptionAsked;
}

type Requested = Outcome<unknown, RequestRefusal>;

/**
 * Asks for money of a granted permit to be given back (R-CAN-2). Nothing moves: another person
 * answers. Amount and payment, and with it the card, stand from here on.
 */
@Injectable()
export class RequestException {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. */
  run(command: RequestExceptionCommand): Promise<Requested> {
    return this.unitOfWork.run((tx) => this.request(tx, command));
  }

  private async request(tx: Tx, command: RequestExceptionCommand): Promise<Requested> {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    const { application, payment } = file;
    const before = await exceptionsOf(tx, application.id);
    if (before.some(({ formId }) => formId === command.formId)) return ok();
    const waiting = payment ? await waitingPence(tx, payment.id) : 0;
    const decided = decideRequest({
      ...{ application, payment },
      seenVersion: command.seenVersion,
      returnablePence: returnablePence(payment, waiting),
      highestLimit: highestLimit(file.policy.settings, londonDateOf(at)),
      amountPence: command.asked.amountPence,
    });
    if (!decided.ok) return decided;
    if (!payment) throw new Error('A request was let through without a payment.');
    await this.write(tx, command, { file, paymentId: payment.id, at });
    return ok();
  }

  private async write(
    tx: Tx,
    { asked, officer, formId }: RequestExceptionCommand,
    { file, paymentId, at }: { file: CaseFile; paymentId: string; at: Date },
  ): Promise<void> {
    const applicationId = file.application.id;
    const exception: RefundException = {
      ...{ id: newId(), applicationId, paymentId, ...asked },
      ...{ state: 'requested', requestedBy: officer.id, requestedAt: at, formId },
      lapsesAt: lapseAt(file, at),
      ...{ settledBy: null, settledAt: null, settledFormId: null, declineWords: null },
    };
    await insertException(tx, exception);
    await recordEvent(
      tx,
      { applicationId, actor: { kind: 'staff', id: officer.id }, at },
      {
        type: 'exception-requested',
        payload: {
          exceptionId: exception.id,
          amountPence: asked.amountPence,
          reason: asked.reason,
        },
      },
    );
    const { id: subjectId, lapsesAt: notBefore } = exception;
    await this.outbox.enqueue(tx, { type: 'refund-exception.due', subjectId, notBefore });
  }
}

/** The end of the last working day on which it may be answered. */
function lapseAt({ policy }: CaseFile, at: Date): Date {
  const today = londonDateOf(at);
  const days = settingOn(policy.settings, 'exception_wait_days', today);
  const lastOn = addWorkingDays(today, days, policy.holidays);
  return startOfLondonDay(addDays(lastOn, 1));
}
