import { Module } from '@nestjs/common';
import { PaymentsToSettleController } from './payments-to-settle.controller.js';
import { TryPaymentAgain } from './try-payment-again.js';

@Module({ controllers: [PaymentsToSettleController], providers: [TryPaymentAgain] })
export class PaymentsToSettleModule {}
