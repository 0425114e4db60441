import { Module } from '@nestjs/common';
import { AnotherWayController } from './another-way.controller.js';
import { CloseDoubleReturn } from './close-double-return.js';
import { DoubleReturnController } from './double-return.controller.js';
import { ExportRefunds } from './export-refunds.js';
import { OldAddressController } from './old-address.controller.js';
import { RefundsController } from './refunds.controller.js';
import { SettleAnotherWay } from './settle-another-way.js';
import { TryPaymentAgain } from './try-payment-again.js';

@Module({
  controllers: [
    RefundsController,
    AnotherWayController,
    DoubleReturnController,
    OldAddressController,
  ],
  providers: [CloseDoubleReturn, ExportRefunds, SettleAnotherWay, TryPaymentAgain],
})
export class RefundsBoardModule {}
