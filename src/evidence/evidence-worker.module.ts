import { Module } from '@nestjs/common';
import { ConcludeVirusCheck } from './conclude-virus-check.js';
import { ScanPaperJob } from './scan-paper.job.js';
import { TestScannerTask } from './test-scanner.task.js';
import { VirusScanner } from './virus-scanner.js';

/** What the worker does with papers. */
@Module({
  providers: [ConcludeVirusCheck, VirusScanner, ScanPaperJob, TestScannerTask],
  exports: [VirusScanner, ScanPaperJob, TestScannerTask],
})
export class EvidenceWorkerModule {}
