import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { GovukPayGateway } from './govuk-pay-gateway.js';
import {
  type GatewayAnswer,
  GatewayBusy,
  GatewayUnavailable,
  type ListedPage,
  type ListedRefundsPage,
  type ListWanted,
  type PaymentOrder,
  type ProviderPayment,
} from './payment-gateway.js';
import { PayPace } from './pay-pace.js';
import { noteAway, noteBack } from './service-state.store.js';

/** Another worker may have noted an absence that this one has not seen. */
const LOOK_AGAIN_MS = 15_000;

/**
 * GOV.UK Pay, with a note in the database of since when it does not answer, so that pages can say it.
 * The note is for people: nothing is decided by it.
 */
@Injectable()
export class WatchedPayGateway extends GovukPayGateway {
  private knownBackAt = 0;

  constructor(
    settings: Settings,
    pace: PayPace,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super(settings, pace);
  }

  override create(order: PaymentOrder): Promise<ProviderPayment> {
    return this.watch(() => super.create(order));
  }

  override findByReference(reference: string): Promise<string | null> {
    return this.watch(() => super.findByReference(reference));
  }

  override list(wanted: ListWanted): Promise<ListedPage> {
    return this.watch(() => super.list(wanted));
  }

  override listRefunds(wanted: ListWanted): Promise<ListedRefundsPage> {
    return this.watch(() => super.listRefunds(wanted));
  }

  override read(providerPaymentId: string): Promise<ProviderPayment | null> {
    return this.watch(() => super.read(providerPaymentId));
  }

  override capture(providerPaymentId: string): Promise<GatewayAnswer> {
    return this.watch(() => super.capture(providerPaymentId));
  }

  override cancel(providerPaymentId: string): Promise<GatewayAnswer> {
    return this.watch(() => super.cancel(providerPaymentId));
  }

  override refund(
    providerPaymentId: string,
    amountPence: number,
    expectedRefundablePence: number,
  ): Promise<GatewayAnswer> {
    return this.watch(() => super.refund(providerPaymentId, amountPence, expectedRefundablePence));
  }

  private async watch<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      await this.noteAnswer();
      return answer;
    } catch (error) {
      if (error instanceof GatewayUnavailable && !(error instanceof GatewayBusy)) {
        this.knownBackAt = 0;
        await this.unitOfWork.run((tx) => noteAway(tx, error.message, this.clock.now()));
      }
      throw error;
    }
  }

  private async noteAnswer(): Promise<void> {
    if (Date.now() - this.knownBackAt < LOOK_AGAIN_MS) return;
    await this.unitOfWork.run((tx) => noteBack(tx));
    this.knownBackAt = Date.now();
  }
}
