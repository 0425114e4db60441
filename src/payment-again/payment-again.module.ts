import { Module } from '@nestjs/common';
import { LinkVisits } from '../platform/web/link-visits.js';
import { AskForPayment } from './ask-for-payment.js';
import { AskPaymentController } from './ask-payment.controller.js';
import { BeginPayment } from './begin-payment.js';
import { OpenPayLink } from './open-pay-link.js';
import { PayController } from './pay.controller.js';
import { WaitForCardPage } from './wait-for-card-page.js';

@Module({
  controllers: [AskPaymentController, PayController],
  providers: [AskForPayment, BeginPayment, LinkVisits, OpenPayLink, WaitForCardPage],
})
export class PaymentAgainModule {}
