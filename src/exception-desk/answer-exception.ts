import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { isLetterShown } from '../letters/letter-key.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { moveMoney } from '../payments/move-money.js';
import { type Payment, promiseReturn } from '../payments/payments.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { otherExceptionsPence } from '../refund-exceptions/exception-limit.rules.js';
import {
  exceptionsOf,
  findException,
  type RefundException,
  settleException,
} from '../refund-exceptions/refund-exceptions.store.js';
import { approvalLimit } from '../refund-exceptions/returnable.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import {
  type AnswerRefusal,
  decideAnswer,
  type ExceptionAnswer,
} from './answer-exception.rules.js';
import { paperOfException } from './exception-paper.queries.js';
import { exceptionLetter } from './exception-letter.js';

export interface AnswerExceptionCommand {
  exceptionId: string;
  applicationId: string;
  uprn: string;
  /** Who answers, from the session. */
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  answer: ExceptionAnswer;
  /** Why it is declined. */
  words: string;
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown: string | null;
}

type Answered = Outcome<unknown, AnswerRefusal>;

interface Answering {
  file: CaseFile;
  exception: RefundException;
  letter: LetterContent | null;
  at: Date;
}

/**
 * The second signature. Approved: the amount is promised, which the database allows only while it is
 * left, and one refund of exactly that is asked for; its answer comes in the same transaction.
 */
@Injectable()
export class AnswerException {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: AnswerExceptionCommand): Promise<Answered> {
    return this.unitOfWork.run((tx) => this.answer(tx, command));
  }

  private async answer(tx: Tx, command: AnswerExceptionCommand): Promise<Answered> {
    const at = this.clock.now();
    const file = await lockCase(tx, command, at);
    const exception = await findException(tx, command.exceptionId);
    if (exception?.applicationId !== file.application.id) return refuse('not_waiting');
    if (exception.settledFormId === command.formId) return ok();
    const { officer, answer, words } = command;
    const { id: except, paymentId } = exception;
    const exceptions = await exceptionsOf(tx, file.application.id);
    const decided = decideAnswer({
      ...{ exception, by: officer, answer },
      othersPence: otherExceptionsPence(exceptions, { paymentId, except }),
      isPaperWaiting: (await paperOfException(tx, exception))?.virusCheck === 'waiting',
      version: file.application.version,
      seenVersion: command.seenVersion,
      limitPence: approvalLimit(file.policy.settings, officer.role, londonDateOf(at)),
    });
    if (!decided.ok) return decided;
    const council = councilFacts(this.settings);
    const letter = exceptionLetter({ file, exception, council, answer, words });
    if (letter && !isLetterShown(letter, command.letterShown)) return refuse('letter_changed');
    return this.write(tx, command, { file, exception, letter, at });
  }

  private async write(
    tx: Tx,
    command: AnswerExceptionCommand,
    { file, exception, letter, at }: Answering,
  ): Promise<Answered> {
    const { officer, answer, words, formId } = command;
    const actor = { kind: 'staff', id: officer.id } as const;
    const occasion = { applicationId: file.application.id, actor, at };
    const isApproved = answer === 'approve';
    const payment = isApproved ? await promisedPayment(tx, file, exception) : null;
    if (isApproved && payment === null) return refuse('money_gone');
    const state = isApproved ? 'approved' : 'declined';
    const isFirst = await settleException(tx, exception.id, {
      ...{ state, settledBy: officer.id, settledAt: at, settledFormId: formId },
      declineWords: isApproved ? null : words,
    });
    if (!isFirst) throw new Error('A request was answered under the locks of its case.');
    const { id: exceptionId, amountPence } = exception;
    const payload = { exceptionId, amountPence, outcome: state };
    await recordEvent(tx, occasion, { type: 'exception-settled', payload });
    if (payment) {
      const cause = { kind: 'exception', id: exceptionId } as const;
      await moveMoney(tx, this.outbox, { payment, cause, kind: 'refund', amountPence, actor, at });
    }
    if (letter) {
      const contact = contactOf(file.application, file.property);
      await writeLetters(tx, this.outbox, { ...occasion, contact, content: letter });
    }
    return ok();
  }
}

/** The very payment that was named when it was asked for, with the amount promised; else null. */
async function promisedPayment(
  tx: Tx,
  { payment }: CaseFile,
  { paymentId, amountPence }: RefundException,
): Promise<Payment | null> {
  if (payment?.id !== paymentId) return null;
  return (await promiseReturn(tx, paymentId, amountPence)) ? payment : null;
}
