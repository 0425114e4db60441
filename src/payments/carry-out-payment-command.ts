import { Injectable } from '@nestjs/common';
import { setHoldEnd } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, type JobOutcome } from '../platform/outbox/job-handler.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { holdEndsAt } from './hold.rules.js';
import {
  type CommandEffect,
  decidePaymentAction,
  type PaymentAction,
} from './payment-actions.rules.js';
import {
  type GatewayAnswer,
  GatewayUnavailable,
  PaymentGateway,
  type ProviderPayment,
} from './payment-gateway.js';
import {
  findCommand,
  findPayment,
  handToPerson,
  markSending,
  noteProblem,
  type Payment,
  type PaymentCommand,
  savePaymentState,
  settleCommand,
} from './payments.store.js';

const WAIT_MS = 60_000;
type Sending = Extract<PaymentAction, { do: 'capture' | 'cancel' | 'refund' }>;

/**
 * Carries out one payment command: reads the payment at the provider, acts on what it is now,
 * and records what became of it. Safe to call again after any crash: it always reads first.
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
    if (!command || command.state === 'settled' || command.state === 'needs_attention') return DONE;
    const payment = await findPayment(this.database.reader, command.applicationId);
    if (!payment) return DONE;
    try {
      return await this.act(command, payment);
    } catch (error) {
      if (error instanceof GatewayUnavailable) await this.keepProblem(command, error.message);
      throw error;
    }
  }

  /** Every attempt failed: say so on the case and in the list of payments that need a person. */
  async giveUp(commandId: string, problem: string): Promise<void> {
    const command = await findCommand(this.database.reader, commandId);
    if (command) await this.askPerson(command, problem);
  }

  private async act(command: PaymentCommand, payment: Payment): Promise<JobOutcome> {
    const provider = await this.gateway.read(payment.providerPaymentId);
    if (!provider)
      return this.askPerson(command, 'The payment service does not know this payment.');
    const action = decidePaymentAction({
      kind: command.kind,
      amountPence: payment.amountPence,
      provider,
    });
    await this.unitOfWork.run((tx) => this.saveState(tx, payment, provider));
    switch (action.do) {
      case 'record':
        return this.settle(command, action.effect, action.reference);
      case 'ask_a_person':
        return this.askPerson(command, action.because);
      case 'wait':
        return this.tryLater(action.because);
      case 'capture':
      case 'cancel':
      case 'refund':
        return this.send(command, provider, action);
    }
  }

  private async send(
    command: PaymentCommand,
    provider: ProviderPayment,
    action: Sending,
  ): Promise<JobOutcome> {
    const mayWeSend = await this.unitOfWork.run((tx) =>
      markSending(tx, command.id, this.clock.now()),
    );
    if (!mayWeSend) return DONE;
    const answer = await this.ask(provider, action);
    if (answer.answer === 'refused') {
      return this.askPerson(command, `The payment service refused: ${answer.because}.`);
    }
    // Accepted or overtaken: what is true now is read, and the next round records it.
    const after = answer.answer === 'accepted' ? await this.readEffect(command, provider) : null;
    if (!after) return this.tryLater('The payment service has not shown the effect yet.');
    return this.settle(command, after, answer.answer === 'accepted' ? answer.reference : null);
  }

  private ask(provider: ProviderPayment, action: Sending): Promise<GatewayAnswer> {
    if (action.do === 'capture') return this.gateway.capture(provider.id);
    if (action.do === 'cancel') return this.gateway.cancel(provider.id);
    return this.gateway.refund(provider.id, action.amountPence, provider.refundablePence);
  }

  private async readEffect(
    command: PaymentCommand,
    before: ProviderPayment,
  ): Promise<CommandEffect | null> {
    const provider = await this.gateway.read(before.id);
    if (!provider) return null;
    const payment = await findPayment(this.database.reader, command.applicationId);
    if (payment) await this.unitOfWork.run((tx) => this.saveState(tx, payment, provider));
    const next = decidePaymentAction({
      kind: command.kind,
      amountPence: command.amountPence,
      provider,
    });
    return next.do === 'record' ? next.effect : null;
  }

  private async settle(
    command: PaymentCommand,
    effect: CommandEffect,
    reference: string | null,
  ): Promise<JobOutcome> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      if (!(await settleCommand(tx, command.id, { effect, reference, at }))) return;
      await recordEvent(
        tx,
        { applicationId: command.applicationId, actor: { kind: 'system' }, at },
        {
          type: 'payment-settled',
          payload: {
            commandId: command.id,
            kind: command.kind,
            effect,
            amountPence: command.amountPence,
          },
        },
      );
    });
    return DONE;
  }

  private async askPerson(command: PaymentCommand, problem: string): Promise<JobOutcome> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      if (!(await handToPerson(tx, command.id, problem))) return;
      await recordEvent(
        tx,
        { applicationId: command.applicationId, actor: { kind: 'system' }, at },
        {
          type: 'payment-needs-attention',
          payload: { commandId: command.id, kind: command.kind, problem },
        },
      );
    });
    return DONE;
  }

  private async saveState(tx: Tx, payment: Payment, provider: ProviderPayment): Promise<void> {
    const endsAt = holdEndsAt(provider);
    await savePaymentState(tx, payment.id, {
      state: provider.state,
      refundedPence: refundedPence(provider),
      holdEndsAt: endsAt,
      readAt: this.clock.now(),
    });
    await setHoldEnd(tx, payment.applicationId, endsAt);
  }

  private async keepProblem(command: PaymentCommand, problem: string): Promise<void> {
    await this.unitOfWork.run((tx) => noteProblem(tx, command.id, problem));
  }

  private tryLater(because: string): JobOutcome {
    return { done: false, againAt: new Date(Date.now() + WAIT_MS), because };
  }
}

function refundedPence(provider: ProviderPayment): number {
  return provider.refunds
    .filter((refund) => refund.status !== 'error')
    .reduce((sum, refund) => sum + refund.amountPence, 0);
}
