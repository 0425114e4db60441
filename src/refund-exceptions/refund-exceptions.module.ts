import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RefundExceptionEntity } from './refund-exception.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([RefundExceptionEntity])] })
export class RefundExceptionsModule {}
