import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ConflictInterceptor } from './conflict.interceptor.js';
import { TellOfConflict } from './tell-of-conflict.js';

/** For the web process: every route about a case is guarded. */
@Module({
  providers: [TellOfConflict, { provide: APP_INTERCEPTOR, useClass: ConflictInterceptor }],
  exports: [TellOfConflict],
})
export class ConflictGuardingModule {}
