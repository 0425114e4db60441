import { Module } from '@nestjs/common';
import { PayWebhookController } from './pay-webhook.controller.js';
import { PaymentNoticesController } from './payment-notices.controller.js';
import { RefusedNotices } from './refused-notices.js';
import { SettleFinding } from './settle-finding.js';
import { TakeNotice } from './take-notice.js';

@Module({
  controllers: [PayWebhookController, PaymentNoticesController],
  providers: [TakeNotice, RefusedNotices, SettleFinding],
})
export class PaymentNoticesModule {}
