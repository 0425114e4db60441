import { Injectable } from '@nestjs/common';
import { findApplication, setHoldEnd } from '../applications/applications.store.js';
import { keepProviderRead } from '../payments/keep-provider-read.js';
import { moveMoney } from '../payments/move-money.js';
import type { ProviderPayment } from '../payments/payment-gateway.js';
import { findPayment, type Payment } from '../payments/payments.store.js';
import { takeItsPlace } from '../payments/spare-payments.store.js';
import {
  endPaymentRequest,
  findPaymentRequest,
} from '../payment-requests/payment-requests.store.js';
import { endTry, keepCardPage, type PaymentTry } from '../payment-requests/payment-tries.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { isCardPage } from './card-page-address.rules.js';
import { returnPaidCase } from './return-paid-case.js';

const SYSTEM = { kind: 'system' } as const;

/**
 * Keeps what the payment service says of a try, and what follows of it: its card page while it is
 * open, its end, or the payment that takes the place of the lapsed one. Paid too late, or for a case
 * that waits no more, the money goes back. Everything is decided under the case's lock.
 */
@Injectable()
export class KeepPaymentTry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @returns whether the try is still open */
  run(known: PaymentTry, provider: ProviderPayment): Promise<boolean> {
    return this.unitOfWork.run((tx) => this.keep(tx, known, provider));
  }

  private async keep(tx: Tx, known: PaymentTry, provider: ProviderPayment): Promise<boolean> {
    const at = this.clock.now();
    const payment = await keepProviderRead(tx, { paymentId: known.id, provider, at });
    if (!payment) throw new Error('A try stands among the payments.');
    switch (payment.state) {
      case 'created':
      case 'started':
      case 'submitted':
        await keepCardPage(tx, known.id, { url: this.cardPage(provider), wishes: known.wishes });
        return true;
      case 'failed':
      case 'cancelled':
      case 'error':
        await endTry(tx, known.id, { state: 'ended', at });
        return false;
      case 'capturable':
      case 'success':
        if (await endTry(tx, known.id, { state: 'paid', at })) {
          await this.take(tx, known, payment, at);
        }
        return false;
    }
  }

  private async take(tx: Tx, known: PaymentTry, payment: Payment, at: Date): Promise<void> {
    const { applicationId } = known;
    const application = await findApplication(tx, applicationId);
    const request = await findPaymentRequest(tx, known.requestId);
    const current = await findPayment(tx, applicationId);
    const isAwaited = request?.state === 'open' && application?.status === 'awaiting_evidence';
    if (!isAwaited || !current) return this.giveBack(tx, payment, at);
    await takeItsPlace(tx, { current, spareId: payment.id, at });
    await setHoldEnd(tx, applicationId, payment.holdEndsAt);
    await endPaymentRequest(tx, request, { action: 'pay', at });
    const leaseMinutes = this.settings.CLAIM_MINUTES;
    await returnPaidCase(tx, application, { request, at, leaseMinutes });
  }

  private async giveBack(tx: Tx, payment: Payment, at: Date): Promise<void> {
    const cause = { kind: 'payment_again', id: payment.id } as const;
    await moveMoney(tx, this.outbox, { payment, cause, kind: 'release', actor: SYSTEM, at });
  }

  /** Residents are led to the payment service's own pages, and nowhere else. */
  private cardPage({ cardPageUrl }: ProviderPayment): string | null {
    const { PAY_PAGES_URL } = this.settings;
    return cardPageUrl !== null && isCardPage(cardPageUrl, PAY_PAGES_URL) ? cardPageUrl : null;
  }
}
