import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import type { ScanAnswer } from '../platform/files/clamd-answers.js';
import { Clamd } from '../platform/files/clamd.js';
import { testScanner } from '../platform/files/scanner-self-test.js';
import { scannerCondition, signatureFindings } from './scanner-condition.rules.js';
import { readScannerState, type ScannerState } from './scanner-state.queries.js';
import { forgetScannerState, saveScannerState } from './scanner-state.store.js';

/** A scanner that passed its test is believed for this long. */
const TEST_HOLDS_MS = 60 * 60 * 1000;

/** The virus scanner, for jobs only: pages never wait for it. */
@Injectable()
export class VirusScanner {
  private readonly log = new Logger('virus scanner');
  private readonly clamd: Clamd | null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    this.clamd = settings.CLAMD_URL ? new Clamd(settings.CLAMD_URL) : null;
  }

  get isConfigured(): boolean {
    return this.clamd !== null;
  }

  /** Asks a scanner that has passed its self-test; any other gives no answer. */
  async scan(content: Buffer): Promise<ScanAnswer> {
    const state = await readScannerState(this.database.reader);
    if (this.clamd === null || state?.condition !== 'well') {
      return { found: 'no_answer', because: 'the scanner has not passed its self-test' };
    }
    const answer = await this.clamd.scan(content);
    if (answer.found === 'no_answer') {
      this.log.warn({ problem: 'The virus scanner gave no answer.', because: answer.because });
      // Who knows what comes back in its place: it is tested again before it is believed again. At
      // once, for it may be this one file that it cannot read, and all others need not wait for it.
      await this.test();
    }
    return answer;
  }

  /** Tests it, unless it passed within the hour. Writes what was found. */
  async testIfDue(): Promise<void> {
    if (this.clamd === null) return this.unitOfWork.run(forgetScannerState);
    const state = await readScannerState(this.database.reader);
    const age = state ? this.clock.now().getTime() - state.testedAt.getTime() : Infinity;
    if (state?.condition !== 'well' || age >= TEST_HOLDS_MS || age < 0) await this.test();
  }

  async test(): Promise<ScannerState | null> {
    if (this.clamd === null) return null;
    const { findings, version } = await testScanner(this.clamd);
    const now = this.clock.now();
    const signaturesAt = version?.signaturesAt ?? null;
    if (version !== null) findings.push(...signatureFindings(signaturesAt, this.limits(), now));
    return this.save({
      condition: scannerCondition(findings),
      findings,
      version: version?.program ?? null,
      signaturesAt,
      testedAt: now,
    });
  }

  private async save(state: ScannerState): Promise<ScannerState> {
    const { condition, findings, version } = state;
    await this.unitOfWork.run((tx) => saveScannerState(tx, state));
    if (condition === 'well' && findings.length === 0) this.log.log({ condition, version });
    else this.log.error({ condition, findings, version });
    return state;
  }

  private limits() {
    const { CLAMD_SIGNATURES_WARN_HOURS, CLAMD_SIGNATURES_MOST_DAYS } = this.settings;
    return { warnHours: CLAMD_SIGNATURES_WARN_HOURS, mostDays: CLAMD_SIGNATURES_MOST_DAYS };
  }
}
