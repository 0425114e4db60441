import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PaymentCommandEntity } from './payment-command.entity.js';
import { PaymentEntity } from './payment.entity.js';

/** The rows only; `payments-worker.module.ts` adds what talks to the provider. */
@Module({ imports: [TypeOrmModule.forFeature([PaymentEntity, PaymentCommandEntity])] })
export class PaymentsModule {}
