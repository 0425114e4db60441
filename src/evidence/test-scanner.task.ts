import { Injectable } from '@nestjs/common';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { VirusScanner } from './virus-scanner.js';

/**
 * The self-test of the virus scanner: once after every start, every hour while it passes, and twice
 * a minute while it does not, so that what waits goes on soon after it is back (S3.2).
 */
@Injectable()
export class TestScannerTask extends PeriodicTask {
  readonly task = 'test-virus-scanner';
  readonly everySeconds = 30;
  private isFirst = true;

  constructor(private readonly scanner: VirusScanner) {
    super();
  }

  override async run(): Promise<void> {
    const isFirst = this.isFirst && this.scanner.isConfigured;
    await (isFirst ? this.scanner.test() : this.scanner.testIfDue());
    this.isFirst = false;
  }
}
