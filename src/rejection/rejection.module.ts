import { Module } from '@nestjs/common';
import { RejectApplication } from './reject-application.js';
import { RejectionController } from './rejection.controller.js';

@Module({
  controllers: [RejectionController],
  providers: [RejectApplication],
  exports: [RejectApplication],
})
export class RejectionModule {}
