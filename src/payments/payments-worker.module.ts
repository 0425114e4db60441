import { Module } from '@nestjs/common';
import { CarryOutPaymentCommand } from './carry-out-payment-command.js';
import { CapturePaymentJob, RefundPaymentJob, ReleasePaymentJob } from './payment-command.job.js';
import { MindMoney } from './mind-money.task.js';
import { PayPace } from './pay-pace.js';
import { PaymentGateway } from './payment-gateway.js';
import { WatchedPayGateway } from './watched-pay-gateway.js';
import { PaymentsModule } from './payments.module.js';
import { ReadPaymentJob } from './read-payment.job.js';

const jobs = [CapturePaymentJob, ReleasePaymentJob, RefundPaymentJob, ReadPaymentJob];

/** For the worker process: the outside world is reached from jobs only. */
@Module({
  imports: [PaymentsModule],
  providers: [
    { provide: PayPace, useFactory: () => new PayPace() },
    { provide: PaymentGateway, useClass: WatchedPayGateway },
    CarryOutPaymentCommand,
    MindMoney,
    ...jobs,
  ],
  exports: [...jobs, MindMoney, PaymentGateway],
})
export class PaymentsWorkerModule {}
