import { Module } from '@nestjs/common';
import { VerifyLedger } from './verify-ledger.task.js';

/** For the worker process: the ledger is held to the payments every hour. */
@Module({ providers: [VerifyLedger], exports: [VerifyLedger] })
export class LedgerWorkerModule {}
