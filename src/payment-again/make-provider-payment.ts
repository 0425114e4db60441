import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { PaymentGateway, type ProviderPayment } from '../payments/payment-gateway.js';
import { insertSparePayment } from '../payments/spare-payments.store.js';
import { payLinkAddress } from '../payment-requests/pay-link.js';
import {
  nameProviderPayment,
  type PaymentTry,
  takeCreation,
} from '../payment-requests/payment-tries.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import type { LiveTry } from './read-try.js';

/** Longer than the payment service is waited for: a lost answer is lost by then. */
const CREATION_LEASE_MS = 30_000;

/**
 * Makes the payment of a try at the payment service. One worker does it at a time, and whoever comes
 * after a lost answer looks for it by its name before he makes another. One that is not found even so
 * runs out by itself: nobody was led to its card page, so nobody can pay it.
 */
@Injectable()
export class MakeProviderPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: PaymentGateway,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Null while another worker is at it. */
  async run(live: LiveTry): Promise<ProviderPayment | null> {
    const { known } = live;
    const now = this.clock.now();
    const until = new Date(now.getTime() + CREATION_LEASE_MS);
    const isOurs = await this.unitOfWork.run((tx) => takeCreation(tx, known.id, { now, until }));
    if (!isOurs) return null;
    const provider = (await this.findLost(known)) ?? (await this.gateway.create(this.order(live)));
    // Named meanwhile by whoever came after: his is followed, so nobody is led to pay this one.
    const isKept = await this.unitOfWork.run((tx) => keep(tx, known, provider));
    return isKept ? provider : null;
  }

  private async findLost({ creations, providerReference }: PaymentTry) {
    const id = creations > 0 ? await this.gateway.findByReference(providerReference) : null;
    return id === null ? null : this.gateway.read(id);
  }

  private order({ known, desk: { request, application } }: LiveTry) {
    const terms = { requestId: request.id, expiresAt: request.linkExpiresAt };
    return {
      amountPence: request.amountPence,
      reference: known.providerReference,
      description: `Parking permit application ${application.reference}`,
      returnUrl: `${payLinkAddress(this.settings, terms)}/return`,
    };
  }
}

async function keep(tx: Tx, known: PaymentTry, provider: ProviderPayment): Promise<boolean> {
  const { id, applicationId } = known;
  await lockApplication(tx, applicationId);
  if (!(await nameProviderPayment(tx, id, provider.id))) return false;
  await insertSparePayment(tx, {
    ...{ id, applicationId, providerPaymentId: provider.id },
    ...{ amountPence: provider.amountPence, state: provider.state, refundedPence: 0 },
    ...{ holdEndsAt: null, stateReadAt: null, createdAt: provider.createdAt },
  });
  return true;
}
