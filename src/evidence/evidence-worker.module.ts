import { Module } from '@nestjs/common';
import { ConcludeVirusCheck } from './conclude-virus-check.js';
import { RebookVirusChecksTask } from './rebook-virus-checks.task.js';
import { ScanPaperJob } from './scan-paper.job.js';
import { StrayFiles } from './stray-files.js';
import { SweepFilesTask } from './sweep-files.task.js';
import { TestScannerTask } from './test-scanner.task.js';
import { VirusScanner } from './virus-scanner.js';

/** What the worker does with papers. */
@Module({
  providers: [
    ConcludeVirusCheck,
    StrayFiles,
    VirusScanner,
    ScanPaperJob,
    RebookVirusChecksTask,
    SweepFilesTask,
    TestScannerTask,
  ],
  exports: [
    StrayFiles,
    VirusScanner,
    ScanPaperJob,
    RebookVirusChecksTask,
    SweepFilesTask,
    TestScannerTask,
  ],
})
export class EvidenceWorkerModule {}
