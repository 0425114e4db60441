import { Module } from '@nestjs/common';
import { ForgetDrafts } from './forget-drafts.task.js';

@Module({ providers: [ForgetDrafts], exports: [ForgetDrafts] })
export class DraftsWorkerModule {}
