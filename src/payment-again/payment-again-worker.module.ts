import { Module } from '@nestjs/common';
import { PaymentsWorkerModule } from '../payments/payments-worker.module.js';
import { FollowPaymentTryJob } from './follow-payment-try.job.js';
import { KeepPaymentTry } from './keep-payment-try.js';
import { LapsePaymentRequestJob } from './lapse-payment-request.job.js';
import { MakeProviderPayment } from './make-provider-payment.js';
import { OpenCardPageJob } from './open-card-page.job.js';
import { ReadTry } from './read-try.js';
import { RefreshPaymentTry } from './refresh-payment-try.js';

const jobs = [OpenCardPageJob, FollowPaymentTryJob, LapsePaymentRequestJob];

/** For the worker process: the payment service is asked by jobs only. */
@Module({
  imports: [PaymentsWorkerModule],
  providers: [ReadTry, MakeProviderPayment, KeepPaymentTry, RefreshPaymentTry, ...jobs],
  exports: jobs,
})
export class PaymentAgainWorkerModule {}
