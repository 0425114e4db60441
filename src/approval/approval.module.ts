import { Module } from '@nestjs/common';
import { ApprovalController } from './approval.controller.js';
import { ApproveApplication } from './approve-application.js';

@Module({
  controllers: [ApprovalController],
  providers: [ApproveApplication],
  exports: [ApproveApplication],
})
export class ApprovalModule {}
