import { Module } from '@nestjs/common';
import { SampleSharesController } from './sample-shares.controller.js';
import { SecondLookController } from './second-look.controller.js';
import { SecondLooksController } from './second-looks.controller.js';
import { SetSampleShare } from './set-sample-share.js';
import { SettleSecondLook } from './settle-second-look.js';

@Module({
  controllers: [SecondLooksController, SampleSharesController, SecondLookController],
  providers: [SettleSecondLook, SetSampleShare],
})
export class SecondLooksModule {}
