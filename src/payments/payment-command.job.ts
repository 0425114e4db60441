import { Injectable } from '@nestjs/common';
import { JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { CarryOutPaymentCommand } from './carry-out-payment-command.js';

/** More than an hour of the payment service being away before a person is asked. */
const ATTEMPTS = 80;

@Injectable()
abstract class PaymentCommandJob extends JobHandler {
  override readonly queue = 'payments';
  override readonly attempts = ATTEMPTS;

  constructor(private readonly carryOut: CarryOutPaymentCommand) {
    super();
  }

  override run(commandId: string): Promise<JobOutcome> {
    return this.carryOut.run(commandId);
  }

  override gaveUp(commandId: string, problem: string): Promise<void> {
    return this.carryOut.giveUp(commandId, problem);
  }
}

@Injectable()
export class CapturePaymentJob extends PaymentCommandJob {
  override readonly job = 'capture-payment';
}

@Injectable()
export class ReleasePaymentJob extends PaymentCommandJob {
  override readonly job = 'release-payment';
}

@Injectable()
export class RefundPaymentJob extends PaymentCommandJob {
  override readonly job = 'refund-payment';
}
