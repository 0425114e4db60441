import { Injectable, Logger } from '@nestjs/common';
import { findPaymentByProviderId } from '../payments/payments.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { openFinding } from '../webhook-inbox/webhook-findings.store.js';
import { bodyReceivedAs } from '../webhook-inbox/webhook-inbox.queries.js';
import { insertMessage } from '../webhook-inbox/webhook-inbox.store.js';
import type { WebhookMessage, WebhookResult } from '../webhook-inbox/webhook-message.rules.js';
import type { Notice } from './read-notice.rules.js';

/** What a notice came to: also `repeated`, and `conflict` for another body under the same id. */
export type NoticeTaken = WebhookResult | 'repeated' | 'conflict';

/**
 * Takes one notice of the payment service: its row of the inbox and whatever follows from it, in one
 * short transaction. A notice is only ever a reason to read the payment again; what it says of the
 * payment is neither kept nor believed.
 */
@Injectable()
export class TakeNotice {
  private readonly log = new Logger('payment-notices');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(notice: Notice, bodySha256: string): Promise<NoticeTaken> {
    const { messageId, eventType, resourceId: providerPaymentId } = notice;
    const source = 'govuk-pay' as const;
    const message = { source, messageId, bodySha256, eventType, providerPaymentId };
    const taken = await this.unitOfWork.run((tx) => this.take(tx, notice, message));
    if (taken === 'conflict') this.log.error({ alarm: 'payment-notice-conflict', messageId });
    if (taken === 'orphan') this.log.warn({ orphan: messageId });
    return taken;
  }

  private async take(
    tx: Tx,
    { isAboutPayment }: Notice,
    message: WebhookMessage,
  ): Promise<NoticeTaken> {
    const at = this.clock.now();
    const payment = isAboutPayment
      ? await findPaymentByProviderId(tx, message.providerPaymentId)
      : null;
    const result = isAboutPayment ? (payment ? 'payment_read' : 'orphan') : 'not_a_payment';
    if (!(await insertMessage(tx, { ...message, result, receivedAt: at }))) {
      return this.takeAgain(tx, message, at);
    }
    if (payment) {
      await this.outbox.enqueue(tx, { type: 'payment.noticed', subjectId: payment.id });
    } else if (isAboutPayment) await openFinding(tx, 'orphan', message, at);
    return result;
  }

  /** The same message may come often, at any time. Another one under its id is for a person. */
  private async takeAgain(tx: Tx, message: WebhookMessage, at: Date): Promise<NoticeTaken> {
    const first = await bodyReceivedAs(tx, message.source, message.messageId);
    if (first === message.bodySha256) return 'repeated';
    await openFinding(tx, 'conflict', message, at);
    return 'conflict';
  }
}
