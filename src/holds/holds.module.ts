import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseHoldEntity } from './case-hold.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([CaseHoldEntity])] })
export class HoldsModule {}
