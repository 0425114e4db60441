import { Injectable } from '@nestjs/common';
import { LISTED_A_PAGE, GatewayUnavailable, PaymentGateway } from '../payments/payment-gateway.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { ComparePayments } from './compare-payments.js';
import { instantsOf } from './period.rules.js';
import {
  countKept,
  failRun,
  findRun,
  keepPage,
  readAgain,
  type Run,
  stepOn,
} from './reconciliation-runs.store.js';

/** So long at a time; then others have their turn. */
const STEPS_AT_ONCE = 50;
const MOST_ROUNDS = 5;

/** Carries out one comparison, step by step; each step ends in a transaction, so it may die anywhere. */
@Injectable()
export class ReconcilePaymentsJob extends JobHandler {
  override readonly job = 'reconcile-payments';
  override readonly queue = 'housekeeping';
  override readonly attempts = 20;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly gateway: PaymentGateway,
    private readonly comparePayments: ComparePayments,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(runId: string): Promise<JobOutcome> {
    for (let n = 0; n < STEPS_AT_ONCE; n += 1) {
      const run = await findRun(this.database.reader, runId);
      if (!run || run.step === 'done' || run.step === 'failed') return DONE;
      await this.goOn(run);
    }
    return { done: false, againAt: new Date(), because: 'There is more to compare.' };
  }

  override gaveUp(runId: string, problem: string): Promise<void> {
    return this.fail(runId, problem);
  }

  private goOn(run: Run): Promise<void> {
    switch (run.step) {
      case 'reading':
        return this.readPage(run);
      case 'missing':
        return this.comparePayments.lookForMissing(run);
      case 'duplicates':
        return this.comparePayments.lookForDuplicates(run);
      case 'comparing':
        return this.comparePayments.compareBatch(run);
      case 'done':
      case 'failed':
        return Promise.resolve();
    }
  }

  /** A page that is shorter than it says is not believed. */
  private async readPage(run: Run): Promise<void> {
    const { nextPage: page, providerTotal } = run;
    if (providerTotal !== null && page > pagesOf(providerTotal)) {
      return this.endReading(run, providerTotal);
    }
    const listed = await this.gateway.list({ ...instantsOf(run), page });
    const expected = Math.max(0, Math.min(LISTED_A_PAGE, listed.total - (page - 1) * LISTED_A_PAGE));
    if (listed.payments.length !== expected) {
      throw new GatewayUnavailable(
        `Page ${page} of the list holds ${listed.payments.length} payments instead of ${expected}`,
      );
    }
    await this.unitOfWork.run((tx) => keepPage(tx, run, listed));
  }

  private async endReading(run: Run, total: number): Promise<void> {
    const kept = await countKept(this.database.reader, run.id);
    const at = this.clock.now();
    if (kept === total) return this.unitOfWork.run((tx) => stepOn(tx, run, 'missing', at));
    if (run.rounds < MOST_ROUNDS) return this.unitOfWork.run((tx) => readAgain(tx, run));
    await this.fail(
      run.id,
      `The list names ${total} payments, but holds ${kept}: it changed at every reading.`,
    );
  }

  private fail(runId: string, problem: string): Promise<void> {
    return this.unitOfWork.run((tx) => failRun(tx, runId, problem, this.clock.now()));
  }
}

function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / LISTED_A_PAGE));
}
