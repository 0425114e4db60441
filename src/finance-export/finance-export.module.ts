import { Module } from '@nestjs/common';
import { ExportFinance } from './export-finance.js';
import { FinanceExportsController } from './finance-exports.controller.js';

@Module({ controllers: [FinanceExportsController], providers: [ExportFinance] })
export class FinanceExportModule {}
