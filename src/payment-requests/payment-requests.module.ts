import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PaymentRequestEntity } from './payment-request.entity.js';
import { PaymentTryEntity } from './payment-try.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([PaymentRequestEntity, PaymentTryEntity])] })
export class PaymentRequestsModule {}
