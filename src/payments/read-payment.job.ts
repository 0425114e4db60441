import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { keepProviderRead, sayDifference } from './keep-provider-read.js';
import { PaymentGateway, type ProviderPayment } from './payment-gateway.js';
import { findPayment, findPaymentById, type Payment } from './payments.store.js';

const READ_AGAIN_MS = 60_000;
/** GOV.UK Pay gives a payer 90 minutes; what is unfinished after a day stays so. */
const UNFINISHED_FOR_MS = 24 * 3_600_000;

/** After arrival: learns from the provider what is held and until when, for the queue's order. */
@Injectable()
export class ReadPaymentJob extends JobHandler {
  override readonly job = 'read-payment';
  override readonly queue = 'payments';
  /** A payment that is never read has no end of its hold: it is asked about for a day. */
  override readonly attempts = 1440;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly gateway: PaymentGateway,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @param subjectId a payment's id, or an application's for the payment that counts now */
  override async run(subjectId: string): Promise<JobOutcome> {
    const { reader } = this.database;
    const payment =
      (await findPayment(reader, subjectId)) ?? (await findPaymentById(reader, subjectId));
    if (!payment) return DONE;
    const at = this.clock.now();
    const provider = await this.gateway.read(payment.providerPaymentId);
    await this.unitOfWork.run((tx) => this.keep(tx, payment, { provider, at }));
    return provider && isUnfinished(provider, this.clock.now()) ? this.readAgain() : DONE;
  }

  private readAgain(): JobOutcome {
    const againAt = new Date(Date.now() + READ_AGAIN_MS);
    return { done: false, againAt, because: 'The payment is not finished at the payment service.' };
  }

  override async gaveUp(): Promise<void> {
    // The case shows that the hold was never read; the decision reads the provider again anyway.
  }

  private async keep(
    tx: Tx,
    payment: Payment,
    { provider, at }: { provider: ProviderPayment | null; at: Date },
  ): Promise<void> {
    if (provider) {
      await keepProviderRead(tx, { paymentId: payment.id, provider, at });
    } else if (payment.stateReadAt === null) {
      await sayDifference(tx, payment, { providerPence: null, at });
    }
  }
}

function isUnfinished({ state, createdAt }: ProviderPayment, now: Date): boolean {
  const isUnderWay = state === 'created' || state === 'started' || state === 'submitted';
  return isUnderWay && now.getTime() - createdAt.getTime() < UNFINISHED_FOR_MS;
}
