import { Injectable } from '@nestjs/common';
import { keepProviderRead } from '../payments/keep-provider-read.js';
import { PaymentGateway, type ProviderPayment } from '../payments/payment-gateway.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import {
  type BothSides,
  nextToCompare,
  notInTheirList,
  oursNow,
  paidTwice,
} from './both-sides.queries.js';
import {
  type DifferenceKind,
  differenceKey,
  differencesOf,
  type Ours,
  type Theirs,
} from './differences.rules.js';
import { clearDuplicates, clearOthers, type Found, keepDifference } from './differences.store.js';
import type { Run } from './reconciliation-runs.queries.js';
import { compared, lookedForUpTo, stepOn } from './reconciliation-runs.store.js';

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
    private readonly gateway: PaymentGateway,
    private readonly clock: Clock,
  ) {}

  /** Our payments that their list lacks, asked for one by one. */
  async lookForMissing(run: Run): Promise<void> {
    const wanted = { runId: run.id, period: run, after: run.missingAfter, limit: BATCH };
    const payments = await notInTheirList(this.database.reader, wanted);
    const at = this.clock.now();
    const last = payments.at(-1);
    if (!last) return this.unitOfWork.run((tx) => stepOn(tx, run, 'duplicates', at));
    const found: Found[] = [];
    for (const { providerPaymentId, paymentId, applicationId } of payments) {
      if (await this.readAndKeep(paymentId, providerPaymentId)) continue;
      const sides = { ours: await oursNow(this.database.reader, paymentId), theirs: null };
      const of = { providerPaymentId, paymentId, applicationId };
      found.push(difference('theirs_missing', of, sides));
    }
    await this.unitOfWork.run(async (tx) => {
      for (const one of found) await keepDifference(tx, run.id, one, at);
      await lookedForUpTo(tx, run.id, last.paymentId);
    });
  }

  async lookForDuplicates(run: Run): Promise<void> {
    const twice = await paidTwice(this.database.reader, run.id);
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      for (const one of twice) {
        const found = difference('duplicate', one, { ours: null, theirs: null });
        await keepDifference(tx, run.id, found, at);
      }
      await clearDuplicates(tx, run.id, at);
      await stepOn(tx, run, 'comparing', at);
    });
  }

  async compareBatch(run: Run): Promise<void> {
    const batch = await nextToCompare(this.database.reader, run.id, BATCH);
    const at = this.clock.now();
    if (batch.length === 0) return this.unitOfWork.run((tx) => stepOn(tx, run, 'done', at));
    const looked: Looked[] = [];
    for (const sides of batch) looked.push(await this.compare(sides, at));
    const ids = batch.map(({ providerPaymentId }) => providerPaymentId);
    await this.unitOfWork.run(async (tx) => {
      for (const one of looked.flatMap(({ found }) => found)) {
        await keepDifference(tx, run.id, one, at);
      }
      await clearOthers(tx, run.id, ids, at);
      await compared(tx, run.id, {
        ids,
        matched: looked.filter(({ found }) => found.length === 0).length,
        caughtUp: looked.filter(({ isCaughtUp }) => isCaughtUp).length,
      });
    });
  }

  private async compare(sides: BothSides, now: Date): Promise<Looked> {
    const today = londonDateOf(now);
    const kinds = differencesOf(sides, today);
    if (kinds.length === 0) return { found: [], isCaughtUp: false };
    const fresh = await this.readBothSides(sides);
    const found = differencesOf(fresh, today).map((kind) => difference(kind, sides, fresh));
    return { found, isCaughtUp: found.length === 0 };
  }

  private async readBothSides({ paymentId, providerPaymentId, theirs }: BothSides) {
    const provider = await this.readAndKeep(paymentId, providerPaymentId);
    const ours = paymentId === null ? null : await oursNow(this.database.reader, paymentId);
    return { ours, theirs: provider && { ...theirs, ...figuresOf(provider) } };
  }

  /** What is read is kept where it belongs: often that alone settles what seemed to differ. */
  private async readAndKeep(paymentId: string | null, providerPaymentId: string) {
    const at = this.clock.now();
    const provider = await this.gateway.read(providerPaymentId);
    if (provider && paymentId !== null) {
      await this.unitOfWork.run((tx) => keepProviderRead(tx, { paymentId, provider, at }));
    }
    return provider;
  }
}

function figuresOf({ state, amountPence, refundablePence }: ProviderPayment) {
  return { state, amountPence, refundedPence: amountPence - refundablePence };
}

function difference(
  kind: DifferenceKind,
  of: { providerPaymentId: string; paymentId: string | null; applicationId: string | null },
  sides: { ours: Ours | null; theirs: Theirs | null },
): Found {
  const { providerPaymentId, paymentId, applicationId } = of;
  const key = differenceKey(kind, providerPaymentId, sides);
  return { key, kind, providerPaymentId, paymentId, applicationId, ...sides };
}
