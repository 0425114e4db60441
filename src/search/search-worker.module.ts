import { Module } from '@nestjs/common';
import { ForgetSearches } from './forget-searches.task.js';

/** For the worker process. */
@Module({ providers: [ForgetSearches], exports: [ForgetSearches] })
export class SearchWorkerModule {}
