import { Injectable } from '@nestjs/common';
import { differencesOf, NEVER_CORRECTED } from '../payment-comparisons/differences.rules.js';
import {
  clearDuplicates,
  clearOthers,
  type Found,
  keepDifference,
} from '../payment-comparisons/differences.store.js';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';
import { cameTo, compared, stepOn } from '../payment-comparisons/reconciliation-runs.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { type BothSides, nextToCompare, notInTheirList, paidTwice } from './both-sides.queries.js';
import { differenceFound, ReadAgain } from './read-again.js';

const BATCH = 200;

interface Looked {
  found: Found[];
  isCaughtUp: boolean;
}

/**
 * Compares their list with ours, a batch at a time. The list lags behind: whatever seems to differ
 * is read at the payment service itself, kept, and only then called a difference.
 */
@Injectable()
export class ComparePayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly readAgain: ReadAgain,
    private readonly clock: Clock,
  ) {}

  /** Our payments that their list lacks, asked for one by one. */
  async lookForMissing(run: Run): Promise<void> {
    const wanted = { runId: run.id, period: run, after: run.position, limit: BATCH };
    const payments = await notInTheirList(this.database.reader, wanted);
    const at = this.clock.now();
    const last = payments.at(-1);
    if (!last) return this.unitOfWork.run((tx) => stepOn(tx, run, 'duplicates', at));
    const found: Found[] = [];
    for (const { providerPaymentId } of payments) {
      const sides = await this.readAgain.sidesOf(providerPaymentId);
      const kinds = differencesOf(sides, londonDateOf(at));
      found.push(...kinds.map((kind) => differenceFound(kind, sides)));
    }
    await this.unitOfWork.run(async (tx) => {
      for (const one of found) await keepDifference(tx, run.id, one, at);
      await cameTo(tx, run.id, last.paymentId, at);
    });
  }

  async lookForDuplicates(run: Run): Promise<void> {
    const twice = await paidTwice(this.database.reader, run.id);
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      for (const { reference, ...one } of twice) {
        const sides = { ...one, ours: null, theirs: null, corrected: NEVER_CORRECTED };
        const found = { ...differenceFound('duplicate', sides), reference };
        await keepDifference(tx, run.id, found, at);
      }
      await clearDuplicates(tx, run.id, at);
      await stepOn(tx, run, 'refunds', at);
    });
  }

  async compareBatch(run: Run): Promise<void> {
    const batch = await nextToCompare(this.database.reader, run.id, BATCH);
    const at = this.clock.now();
    if (batch.length === 0) return this.unitOfWork.run((tx) => stepOn(tx, run, 'rechecking', at));
    const looked: Looked[] = [];
    for (const sides of batch) looked.push(await this.compare(sides, at));
    const ids = batch.map(({ providerPaymentId }) => providerPaymentId);
    await this.unitOfWork.run(async (tx) => {
      for (const one of looked.flatMap(({ found }) => found)) {
        await keepDifference(tx, run.id, one, at);
      }
      await clearOthers(tx, run.id, ids, at);
      await compared(tx, run.id, {
        ...{ ids, at },
        matched: looked.filter(({ found }) => found.length === 0).length,
        caughtUp: looked.filter(({ isCaughtUp }) => isCaughtUp).length,
      });
    });
  }

  private async compare(sides: BothSides, now: Date): Promise<Looked> {
    const today = londonDateOf(now);
    if (differencesOf(sides, today).length === 0) return { found: [], isCaughtUp: false };
    const fresh = await this.readAgain.sidesOf(sides.providerPaymentId);
    const found = differencesOf(fresh, today).map((kind) => differenceFound(kind, fresh));
    return { found, isCaughtUp: found.length === 0 };
  }
}
