import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { lockCase } from '../case-file/lock-case.js';
import { nextPosition } from '../evidence/evidence.store.js';
import { PaperFiles, type StoredPaperFiles } from '../evidence/paper-files.js';
import { EXCEPTION_PAPER } from '../permit-types/paper-kinds.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { CommitOutcomeUnknown } from '../platform/database/typeorm-unit-of-work.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { otherExceptionsPence } from '../refund-exceptions/exception-limit.rules.js';
import {
  exceptionsOf,
  insertException,
  type RefundException,
  waitingPence,
} from '../refund-exceptions/refund-exceptions.store.js';
import { highestLimit, returnablePence } from '../refund-exceptions/returnable.rules.js';
import { addDays, londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';
import { ok, type Outcome } from '../shared/outcome.js';
import { addWorkingDays } from '../shared/working-days.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
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
  /** A paper that came with it, stored already; taken out again when the request is not written. */
  paper?: StoredPaperFiles | null;
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
    private readonly paperFiles: PaperFiles,
  ) {}

  /** The same form sent again has the same result. */
  async run(command: RequestExceptionCommand): Promise<Requested> {
    const { paper = null } = command;
    let isKept = false;
    try {
      const { outcome, isWritten } = await this.unitOfWork.run((tx) => this.request(tx, command));
      isKept = isWritten;
      return outcome;
    } catch (error) {
      // An unconfirmed commit may have kept the rows: better a file too many than one too few.
      isKept = error instanceof CommitOutcomeUnknown;
      throw error;
    } finally {
      if (paper && !isKept) await this.paperFiles.remove(paper);
    }
  }

  private async request(tx: Tx, command: RequestExceptionCommand): Promise<Tried> {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    const { application, payment } = file;
    const before = await exceptionsOf(tx, application.id);
    if (before.some(({ formId }) => formId === command.formId)) return notWritten(ok());
    const waiting = payment ? await waitingPence(tx, payment.id) : 0;
    const decided = decideRequest({
      ...{ application, payment },
      seenVersion: command.seenVersion,
      returnablePence: returnablePence(payment, waiting),
      highestLimit: highestLimit(file.policy.settings, londonDateOf(at)),
      othersPence: othersOf(before, payment),
      amountPence: command.asked.amountPence,
    });
    if (!decided.ok) return notWritten(decided);
    if (!payment) throw new Error('A request was let through without a payment.');
    await this.write(tx, command, { file, paymentId: payment.id, at });
    return { outcome: ok(), isWritten: true };
  }

  private async write(
    tx: Tx,
    { asked, officer, formId, paper = null }: RequestExceptionCommand,
    { file, paymentId, at }: { file: CaseFile; paymentId: string; at: Date },
  ): Promise<void> {
    const applicationId = file.application.id;
    const occasion = { applicationId, actor: { kind: 'staff', id: officer.id }, at } as const;
    if (paper) await this.attach(tx, paper, occasion);
    const exception: RefundException = {
      ...{ id: newId(), applicationId, paymentId, ...asked },
      paperId: paper?.paper.id ?? asked.paperId,
      ...{ state: 'requested', requestedBy: officer.id, requestedAt: at, formId },
      lapsesAt: lapseAt(file, at),
      ...{ settledBy: null, settledAt: null, settledFormId: null, declineWords: null },
    };
    await insertException(tx, exception);
    const { amountPence, reason } = asked;
    const payload = { exceptionId: exception.id, amountPence, reason };
    await recordEvent(tx, occasion, { type: 'exception-requested', payload });
    const { id: subjectId, lapsesAt: notBefore } = exception;
    await this.outbox.enqueue(tx, { type: 'refund-exception.due', subjectId, notBefore });
  }

  /** A paper of the case like every other, but no evidence: nothing is decided by it but this. */
  private async attach(tx: Tx, { paper, pages }: StoredPaperFiles, occasion: Occasion) {
    const { applicationId, at: receivedAt } = occasion;
    const position = await nextPosition(tx, applicationId);
    const place = { position, kind: EXCEPTION_PAPER, receivedAt };
    const links = { answersRequestId: null, replacedAt: null };
    await this.paperFiles.insert(tx, { ...paper, ...place, ...links }, pages);
    const payload = { paperId: paper.id, kind: EXCEPTION_PAPER, pages: pages.length };
    await recordEvent(tx, occasion, { type: 'evidence-received', payload });
  }
}

interface Tried {
  outcome: Requested;
  /** This very call wrote the request, and the paper with it. */
  isWritten: boolean;
}

interface Occasion {
  applicationId: string;
  actor: Actor;
  at: Date;
}

function notWritten(outcome: Requested): Tried {
  return { outcome, isWritten: false };
}

function othersOf(before: readonly RefundException[], payment: CaseFile['payment']): Pence {
  if (!payment) return 0;
  return otherExceptionsPence(before, { paymentId: payment.id, except: null });
}

/** The end of the last working day on which it may be answered. */
function lapseAt({ policy }: CaseFile, at: Date): Date {
  const today = londonDateOf(at);
  const days = settingOn(policy.settings, 'exception_wait_days', today);
  const lastOn = addWorkingDays(today, days, policy.holidays);
  return startOfLondonDay(addDays(lastOn, 1));
}
