import { Module } from '@nestjs/common';
import { ChangePolicy } from './change-policy.js';
import { HolidaysController } from './holidays.controller.js';
import { NeedsController } from './needs.controller.js';
import { NumbersController } from './numbers.controller.js';

@Module({
  controllers: [NumbersController, NeedsController, HolidaysController],
  providers: [ChangePolicy],
})
export class PolicyDeskModule {}
