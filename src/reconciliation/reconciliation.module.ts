import { Module } from '@nestjs/common';
import { DifferencesController } from './differences.controller.js';
import { ExplainDifference } from './explain-difference.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { StartReconciliation } from './start-reconciliation.js';

@Module({
  controllers: [ReconciliationController, DifferencesController],
  providers: [StartReconciliation, ExplainDifference],
})
export class ReconciliationModule {}
