import { Module } from '@nestjs/common';
import { CaseMoneyController } from './case-money.controller.js';

@Module({ controllers: [CaseMoneyController] })
export class CaseMoneyModule {}
