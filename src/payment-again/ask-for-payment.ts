import { Injectable } from '@nestjs/common';
import { changeStatus } from '../applications/applications.store.js';
import { pauseStarted } from '../applications/pause.rules.js';
import { approvalFactsOf } from '../approval-gate/approval-facts.queries.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { earlierDecidersOf } from '../decisions/open-case.rules.js';
import { isLetterShown } from '../letters/letter-key.js';
import { writeLetters } from '../letters/write-letters.js';
import { lapseOf } from '../payment-requests/lapse.rules.js';
import { payDueAt } from '../payment-requests/pay-by.rules.js';
import { insertPaymentRequest } from '../payment-requests/payment-requests.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type AskPaymentRefusal, decideAskPayment } from './payment-again.rules.js';
import { paymentLetter, type PaymentToAsk, paymentToAsk } from './payment-letter.js';

export interface AskPaymentCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown?: string | null;
}

/**
 * Asks the resident to pay again for an application whose payment has lapsed. Request, paused clock,
 * timeline, letter and the deadline are written together; no money moves.
 */
@Injectable()
export class AskForPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: AskPaymentCommand): Promise<Outcome<unknown, AskPaymentRefusal>> {
    return this.unitOfWork.run((tx) => this.ask(tx, command));
  }

  private async ask(tx: Tx, command: AskPaymentCommand) {
    const now = this.clock.now();
    const file = await lockCase(tx, command, now);
    const { application } = file;
    if (file.paymentRequests.some(({ formId }) => formId === command.formId)) return ok();
    const { officer, seenVersion } = command;
    const decided = decideAskPayment({
      ...{ application, officer, seenVersion, deciders: earlierDecidersOf(file) },
      lapse: lapseOf(file),
    });
    if (!decided.ok) return decided;
    const facts = await approvalFactsOf(tx, file, { now, formId: null });
    const asked = paymentToAsk(file, { id: command.formId, because: decided.because, facts });
    const content = paymentLetter(file, asked, this.settings);
    if (!isLetterShown(content, command.letterShown ?? null)) return refuse('letter_changed');
    await changeStatus(tx, application, {
      status: decided.status,
      ...{ claimedBy: null, claimedAt: null, claimedUntil: null },
      ...pauseStarted(now),
    });
    await this.keepRequest(tx, { file, asked, officer, at: now });
    const actor = { kind: 'staff', id: officer.id } as const;
    const contact = contactOf(application, file.property);
    await writeLetters(tx, this.outbox, {
      ...{ applicationId: application.id, contact, content, actor, at: now },
    });
    return ok();
  }

  private async keepRequest(tx: Tx, { file, asked, officer, at }: Asking): Promise<void> {
    const applicationId = file.application.id;
    const { id, amountPence, payByOn } = asked;
    await insertPaymentRequest(tx, {
      ...{ ...asked, applicationId, state: 'open', formId: id },
      ...{ askedBy: officer.id, askedAt: at, paidAt: null, lapsedAt: null, closedAt: null },
    });
    const occasion = { applicationId, actor: { kind: 'staff', id: officer.id }, at } as const;
    const payload = { requestId: id, amountPence, payByOn };
    await recordEvent(tx, occasion, { type: 'payment-asked-again', payload });
    await this.outbox.enqueue(tx, {
      type: 'payment-request.deadline-booked',
      subjectId: id,
      notBefore: payDueAt(payByOn),
    });
  }
}

interface Asking {
  file: CaseFile;
  asked: PaymentToAsk;
  officer: CurrentStaff;
  at: Date;
}
