import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DraftsController } from './drafts.controller.js';
import { KeepDraftInterceptor } from './keep-draft.interceptor.js';
import { OwnDrafts } from './own-drafts.js';

/** For the web process: what is typed is kept. */
@Module({
  controllers: [DraftsController],
  providers: [OwnDrafts, { provide: APP_INTERCEPTOR, useClass: KeepDraftInterceptor }],
})
export class DraftsModule {}
