import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ChooseNextCase } from './choose-next-case.js';
import { ClaimCase } from './claim-case.js';
import { ClaimsController } from './claims.controller.js';
import { KeepClaimInterceptor } from './keep-claim.interceptor.js';
import { NextCaseController } from './next-case.controller.js';
import { PresenceController } from './presence.controller.js';
import { TakeOverCase } from './take-over-case.js';
import { TakeOverController } from './take-over.controller.js';

@Module({
  controllers: [ClaimsController, NextCaseController, PresenceController, TakeOverController],
  providers: [
    ChooseNextCase,
    ClaimCase,
    TakeOverCase,
    { provide: APP_INTERCEPTOR, useClass: KeepClaimInterceptor },
  ],
})
export class ClaimsModule {}
