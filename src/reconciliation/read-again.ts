import { Injectable } from '@nestjs/common';
import { correctionDue } from '../payment-comparisons/corrections.rules.js';
import {
  type DifferenceKind,
  differenceKey,
  type Sides,
  type Theirs,
} from '../payment-comparisons/differences.rules.js';
import type { Found } from '../payment-comparisons/differences.store.js';
import { ourSideNow } from '../payment-comparisons/our-side.queries.js';
import { keepProviderRead } from '../payments/keep-provider-read.js';
import { PaymentGateway, type ProviderPayment } from '../payments/payment-gateway.js';
import { findPaymentByProviderId } from '../payments/payments.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';

/** A payment at the service, and whose it is with us; null where nobody's. */
export interface About {
  providerPaymentId: string;
  paymentId: string | null;
  applicationId: string | null;
}

/** One payment with both its sides as they are now. */
export interface ReadSides extends About, Sides {}

/**
 * Reads a payment at the service itself and keeps what it says where it belongs: often that alone
 * settles what seemed to differ.
 */
@Injectable()
export class ReadAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly gateway: PaymentGateway,
    private readonly clock: Clock,
  ) {}

  /** @throws GatewayUnavailable */
  async sidesOf(providerPaymentId: string): Promise<ReadSides> {
    const { reader } = this.database;
    const payment = await findPaymentByProviderId(reader, providerPaymentId);
    const at = this.clock.now();
    const provider = await this.gateway.read(providerPaymentId);
    const paymentId = payment?.id ?? null;
    if (provider && paymentId !== null) {
      await this.unitOfWork.run((tx) => keepProviderRead(tx, { paymentId, provider, at }));
    }
    return {
      ...{ providerPaymentId, paymentId, applicationId: payment?.applicationId ?? null },
      ...(await ourSideNow(reader, providerPaymentId)),
      theirs: provider && theirsOf(provider),
    };
  }
}

function theirsOf(provider: ProviderPayment): Theirs {
  const { state, amountPence, refundablePence, capturedOn, settledOn } = provider;
  const refundedPence = amountPence - refundablePence;
  return { state, amountPence, refundedPence, capturedOn, settledOn };
}

export function differenceFound(kind: DifferenceKind, sides: ReadSides): Found {
  const { providerPaymentId, paymentId, applicationId, ours, theirs } = sides;
  const key = differenceKey(kind, providerPaymentId, sides);
  const { gainPence } = correctionDue(kind, sides);
  return { key, kind, providerPaymentId, paymentId, applicationId, ours, theirs, gainPence };
}
