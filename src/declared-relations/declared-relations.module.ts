import { Module } from '@nestjs/common';
import { ConflictsSeenController } from './conflicts-seen.controller.js';
import { DeclareInterest } from './declare-interest.js';
import { MyInterestsController } from './my-interests.controller.js';

@Module({
  controllers: [MyInterestsController, ConflictsSeenController],
  providers: [DeclareInterest],
})
export class DeclaredRelationsModule {}
