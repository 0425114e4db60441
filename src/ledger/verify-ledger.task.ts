import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { LEDGER_FAULT_WORDS } from './ledger-faults.rules.js';
import { verifyLedger } from './verify-ledger.queries.js';

const MOST_NAMED = 20;

/** Verifies the ledger every hour; what it finds is an error in the log, by id (docs/runbook.md). */
@Injectable()
export class VerifyLedger extends PeriodicTask {
  override readonly task = 'verify-ledger';
  override readonly everySeconds = 3600;
  private readonly log = new Logger('ledger');

  constructor(private readonly database: Database) {
    super();
  }

  override async run(): Promise<void> {
    const { payments, faults } = await verifyLedger(this.database.reader);
    if (faults.length === 0) return;
    this.log.error({ message: 'The ledger does not verify', payments, faults: faults.length });
    for (const { fault, about } of faults.slice(0, MOST_NAMED)) {
      this.log.error({ message: `Ledger: ${LEDGER_FAULT_WORDS[fault]}`, about });
    }
  }
}
