import { Module } from '@nestjs/common';
import { AnswerCorrection } from './answer-correction.js';
import { CorrectLedger } from './correct-ledger.js';
import { DifferencesController } from './differences.controller.js';
import { ExplainDifference } from './explain-difference.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ShowDifference } from './show-difference.js';
import { StartReconciliation } from './start-reconciliation.js';

@Module({
  controllers: [ReconciliationController, DifferencesController],
  providers: [
    StartReconciliation,
    ExplainDifference,
    CorrectLedger,
    AnswerCorrection,
    ShowDifference,
  ],
})
export class ReconciliationModule {}
