import { Module } from '@nestjs/common';
import { WithdrawApplication } from './withdraw-application.js';
import { WithdrawalController } from './withdrawal.controller.js';

@Module({
  controllers: [WithdrawalController],
  providers: [WithdrawApplication],
  exports: [WithdrawApplication],
})
export class WithdrawalModule {}
