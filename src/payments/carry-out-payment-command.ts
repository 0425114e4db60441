import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, type JobOutcome } from '../platform/outbox/job-handler.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { keepProviderRead } from './keep-provider-read.js';
import { lockMoney } from './lock-money.js';
import { decidePaymentAction, type PaymentAction } from './payment-actions.rules.js';
import {
  findCommand,
  handToPerson,
  markSending,
  noteProblem,
  noteReference,
  type PaymentCommand,
} from './payment-commands.store.js';
import {
  type GatewayAnswer,
  GatewayBusy,
  GatewayUnavailable,
  PaymentGateway,
  type ProviderPayment,
} from './payment-gateway.js';
import { findPaymentById, notePaymentNotFound, type Payment } from './payments.store.js';
import { outstandingPence } from './outstanding.queries.js';

const WAIT_MS = 60_000;
/** Pay asks not to be polled for a refund more than every 5 minutes; a failure is seen within 15. */
const FOLLOW_SOON_MS = 5 * 60_000;
const FOLLOW_LATER_MS = 15 * 60_000;
const LIST_LAGS = 'The payment service does not list all of its refunds yet.';
type Sending = Extract<PaymentAction, { do: 'capture' | 'cancel' | 'refund' }>;

/**
 * Carries out one payment command: reads the payment at the provider, keeps what it read, and acts
 * on what is not done yet. Safe to call again after any crash: it always reads first, however old
 * the command is, and sends only what is not to be seen there (R-PAY-2, R-PAY-3).
 */
@Injectable()
export class CarryOutPaymentCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly gateway: PaymentGateway,
    private readonly clock: Clock,
  ) {}

  async run(commandId: string): Promise<JobOutcome> {
    const command = await findCommand(this.database.reader, commandId);
    if (!command || isOver(command)) return DONE;
    const payment = await findPaymentById(this.database.reader, command.paymentId);
    if (!payment) return DONE;
    try {
      return await this.act(command, payment);
    } catch (error) {
      if (error instanceof GatewayUnavailable) await this.keepProblem(command, error.message);
      // Told to wait: that is no attempt that failed.
      if (error instanceof GatewayBusy) {
        return { done: false, againAt: error.againAt, because: error.message };
      }
      throw error;
    }
  }

  /** Every attempt failed: say so on the case and in the list of payments that need a person. */
  async giveUp(commandId: string, problem: string): Promise<void> {
    const command = await findCommand(this.database.reader, commandId);
    if (command) await this.askPerson(command, problem);
  }

  private async act(command: PaymentCommand, payment: Payment): Promise<JobOutcome> {
    const provider = await this.readAndKeep(command, payment);
    if (!provider)
      return this.askPerson(command, 'The payment service does not know this payment.');
    const now = await findCommand(this.database.reader, command.id);
    if (!now || isOver(now)) return DONE;
    if (now.state === 'sent') return this.follow(now);
    const action = decidePaymentAction({
      kind: now.kind,
      causeKind: now.causeKind,
      declaredPence: payment.amountPence,
      outstandingPence: await outstandingPence(this.database.reader, now),
      provider,
    });
    // What the list lacks may be ours: nothing is sent, and nobody is asked, until it is whole.
    if (!provider.isWhole && (action.do === 'refund' || action.do === 'ask_a_person')) {
      return this.tryLater(LIST_LAGS);
    }
    switch (action.do) {
      case 'ask_a_person':
        return this.askPerson(now, action.because);
      case 'record':
        return this.tryLater('The payment changed while it was read.');
      case 'wait':
        return this.tryLater(action.because);
      case 'refund':
      case 'capture':
      case 'cancel':
        return this.send(now, provider, action);
    }
  }

  private async send(
    command: PaymentCommand,
    provider: ProviderPayment,
    action: Sending,
  ): Promise<JobOutcome> {
    const refundsBefore = provider.refunds.map(({ id }) => id);
    const maySend = await this.unitOfWork.run(async (tx) => {
      await lockMoney(tx, command);
      return markSending(tx, command, { at: this.clock.now(), refundsBefore });
    });
    if (!maySend) return this.tryLater('Another command of this payment is being carried out.');
    const answer = await this.ask(provider, action);
    if (answer.answer === 'refused') {
      // Read once more: whoever pays it another way must know that nothing went.
      const payment = await findPaymentById(this.database.reader, command.paymentId);
      if (payment) await this.readAndKeep(command, payment);
      return this.askPerson(command, `The payment service refused: ${answer.because}.`);
    }
    if (answer.answer === 'accepted' && answer.reference !== null) {
      await this.keepReference(command, answer.reference);
    }
    return this.readEffect(command);
  }

  private ask(provider: ProviderPayment, action: Sending): Promise<GatewayAnswer> {
    if (action.do === 'capture') return this.gateway.capture(provider.id);
    if (action.do === 'cancel') return this.gateway.cancel(provider.id);
    return this.gateway.refund(provider.id, action.amountPence, provider.refundablePence);
  }

  /** Accepted or overtaken: what is true now is read, and what it means is kept with it. */
  private async readEffect(command: PaymentCommand): Promise<JobOutcome> {
    const payment = await findPaymentById(this.database.reader, command.paymentId);
    if (payment) await this.readAndKeep(command, payment);
    const now = await findCommand(this.database.reader, command.id);
    if (!now || isOver(now)) return DONE;
    if (now.state === 'sent') return this.follow(now);
    return this.tryLater('The payment service has not shown the effect yet.');
  }

  private async readAndKeep(
    command: PaymentCommand,
    payment: Payment,
  ): Promise<ProviderPayment | null> {
    const at = this.clock.now();
    const provider = await this.gateway.read(payment.providerPaymentId);
    if (!provider) {
      await this.unitOfWork.run(async (tx) => {
        await lockMoney(tx, command);
        await notePaymentNotFound(tx, payment.id, at);
      });
      return null;
    }
    const reading = { paymentId: payment.id, provider, at, forCommand: command.id };
    await this.unitOfWork.run((tx) => keepProviderRead(tx, reading));
    return provider;
  }

  private async keepReference(command: PaymentCommand, reference: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await lockMoney(tx, command);
      await noteReference(tx, command.id, reference);
    });
  }

  private async askPerson(command: PaymentCommand, problem: string): Promise<JobOutcome> {
    const at = this.clock.now();
    const { id, applicationId, kind } = command;
    await this.unitOfWork.run(async (tx) => {
      await lockMoney(tx, command);
      if (!(await handToPerson(tx, id, problem))) return;
      const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
      const payload = { commandId: id, kind, problem };
      await recordEvent(tx, occasion, { type: 'payment-needs-attention', payload });
    });
    return DONE;
  }

  private async keepProblem(command: PaymentCommand, problem: string): Promise<void> {
    await this.unitOfWork.run((tx) => noteProblem(tx, command.id, problem));
  }

  /** The bank has not answered: asked again soon once, then every quarter of an hour. */
  private follow({ sentAt }: PaymentCommand): JobOutcome {
    const age = this.clock.now().getTime() - (sentAt?.getTime() ?? 0);
    const inMs = age < FOLLOW_SOON_MS ? FOLLOW_SOON_MS : FOLLOW_LATER_MS;
    const because = 'The bank has not confirmed the refund yet.';
    return { done: false, againAt: new Date(Date.now() + inMs), because };
  }

  private tryLater(because: string): JobOutcome {
    return { done: false, againAt: new Date(Date.now() + WAIT_MS), because };
  }
}

/** Nothing is left for the job: it is done, or a person has it. */
function isOver({ state }: PaymentCommand): boolean {
  return state !== 'requested' && state !== 'unknown' && state !== 'sent';
}
