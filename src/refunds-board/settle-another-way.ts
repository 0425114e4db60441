import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { ledgerOf } from '../ledger/ledger.queries.js';
import { balanceOf, effectKeys } from '../ledger/ledger-terms.rules.js';
import { postJournals } from '../ledger/ledger.store.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { isLetterShown } from '../letters/letter-key.js';
import { writeLetters } from '../letters/write-letters.js';
import { paidAnotherWayFor } from '../paid-another-way/paid-another-way.queries.js';
import { insertPaidAnotherWay } from '../paid-another-way/paid-another-way.store.js';
import type { WayToPay } from '../paid-another-way/ways-to-pay.rules.js';
import { lockMoney } from '../payments/lock-money.js';
import {
  findCommand,
  type PaymentCommand,
  settleAnotherWay,
} from '../payments/payment-commands.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { type Reader, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { findException } from '../refund-exceptions/refund-exceptions.store.js';
import type { LocalDate } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { anotherWayLetter } from './another-way-letter.js';
import { type AnotherWayRefusal, decideAnotherWay } from './another-way.rules.js';

export interface AnotherWayCommand {
  commandId: string;
  supervisor: CurrentStaff;
  formId: string;
  way: WayToPay;
  paidOn: LocalDate;
  reference: string;
  reason: string;
  /** The payment service was asked by a person, and nothing went back. */
  isChecked: boolean;
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown: string | null;
}

type Settled = Outcome<unknown, AnotherWayRefusal | 'not_found' | 'letter_changed'>;

/**
 * Records that a person gave money back by another way than the card: the command ends, the ledger
 * owes it no more, the case says by whom and why, and the resident is told how. Whoever comes second
 * changes nothing (R-PAY-4).
 */
@Injectable()
export class SettleAnotherWay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  run(wish: AnotherWayCommand): Promise<Settled> {
    return this.unitOfWork.run((tx) => this.settle(tx, wish));
  }

  private async settle(tx: Tx, wish: AnotherWayCommand): Promise<Settled> {
    const at = this.clock.now();
    const found = await findCommand(tx, wish.commandId);
    const application = found && (await findApplication(tx, found.applicationId));
    if (!application) return refuse('not_found');
    const { id: applicationId, uprn } = application;
    const file = await lockCase(tx, { applicationId, uprn, officer: wish.supervisor }, at);
    const { stateReadAt, notFoundAt } = await lockMoney(tx, found);
    const command = await findCommand(tx, wish.commandId);
    if (!command) return refuse('not_found');
    const before = await paidAnotherWayFor(tx, command.id);
    if (before?.formId === wish.formId) return ok();
    const owedPence = await owedFor(tx, command);
    const look = { stateReadAt, notFoundAt, isChecked: wish.isChecked };
    const payer = { by: wish.supervisor.id, askedBy: await askerOf(tx, command) };
    const decided = decideAnotherWay({ command, owedPence, ...look, ...payer });
    if (!decided.ok) return decided;
    const council = councilFacts(this.settings);
    const letter = anotherWayLetter(file, { ...wish, council, pence: decided.pence });
    if (!isLetterShown(letter, wish.letterShown)) return refuse('letter_changed');
    await this.write(tx, { wish, command, at, amountPence: decided.pence });
    const actor = { kind: 'staff', id: wish.supervisor.id } as const;
    const contact = contactOf(file.application, file.property);
    await writeLetters(tx, this.outbox, { applicationId, contact, content: letter, actor, at });
    return ok();
  }

  private async write(tx: Tx, { wish, command, at, amountPence }: Writing): Promise<void> {
    const { id: commandId, applicationId, paymentId } = command;
    const { reference, reason, formId, way, paidOn } = wish;
    const settledBy = wish.supervisor.id;
    if (!(await settleAnotherWay(tx, commandId, at))) throw new StaleWrite('payment command');
    await insertPaidAnotherWay(tx, {
      ...{ commandId, applicationId, amountPence, reference, reason, way, paidOn, formId },
      ...{ settledBy, settledAt: at },
    });
    const transfer = { debit: 'refund_payable', credit: 'paid_another_way' } as const;
    const journal = {
      ...{ paymentId, applicationId, commandId, occurredAt: at, reverses: null },
      kind: 'paid_another_way' as const,
      effectKey: effectKeys.paidAnotherWay(commandId),
      note: reference,
      entries: [{ ...transfer, pence: amountPence }],
    };
    await postJournals(tx, [journal], at);
    await recordEvent(
      tx,
      { applicationId, actor: { kind: 'staff', id: settledBy }, at },
      { type: 'payment-settled-another-way', payload: { commandId, amountPence, reference } },
    );
  }
}

/** What stands in the ledger to the resident's credit because of this command. */
export async function owedFor(
  reader: Reader,
  { id, paymentId }: Pick<PaymentCommand, 'id' | 'paymentId'>,
): Promise<number> {
  const journals = await ledgerOf(reader, { paymentId });
  const own = journals.filter(({ commandId }) => commandId === id);
  return -balanceOf(own, 'refund_payable');
}

async function askerOf(tx: Tx, { causeKind, causeId }: PaymentCommand): Promise<string | null> {
  if (causeKind !== 'exception' || causeId === null) return null;
  return (await findException(tx, causeId))?.requestedBy ?? null;
}

interface Writing {
  wish: AnotherWayCommand;
  command: PaymentCommand;
  at: Date;
  amountPence: number;
}
