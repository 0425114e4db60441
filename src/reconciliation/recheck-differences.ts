import { Injectable } from '@nestjs/common';
import {
  type FoundEarlier,
  openOutside,
  twinsOf,
} from '../payment-comparisons/differences.queries.js';
import { differencesOf, holdsMoney } from '../payment-comparisons/differences.rules.js';
import {
  clearOthers,
  clearThese,
  type Found,
  keepDifference,
} from '../payment-comparisons/differences.store.js';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';
import { cameTo, stepOn } from '../payment-comparisons/reconciliation-runs.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { differenceFound, ReadAgain } from './read-again.js';

const BATCH = 50;

interface Rechecked {
  found: Found[];
  /** Payments made twice that are so no more, by the id of the difference. */
  gone: string[];
}

/**
 * Looks again at what is open and lies outside the lists of a run: each payment is read at the
 * service itself, so that a difference of any age closes by itself once it is no longer there.
 */
@Injectable()
export class RecheckDifferences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly readAgain: ReadAgain,
    private readonly clock: Clock,
  ) {}

  async nextBatch(run: Run): Promise<void> {
    const wanted = { runId: run.id, after: run.position, limit: BATCH };
    const open = await openOutside(this.database.reader, wanted);
    const at = this.clock.now();
    const last = open.at(-1);
    if (!last) return this.unitOfWork.run((tx) => stepOn(tx, run, 'done', at));
    const all: Rechecked[] = [];
    for (const one of open) {
      all.push(one.kind === 'duplicate' ? await this.twins(one) : await this.single(one, at));
    }
    const single = open.filter(({ kind }) => kind !== 'duplicate');
    const ids = single.map(({ providerPaymentId }) => providerPaymentId);
    const gone = all.flatMap((one) => one.gone);
    await this.unitOfWork.run(async (tx) => {
      for (const found of all.flatMap((one) => one.found)) {
        await keepDifference(tx, run.id, found, at);
      }
      await clearOthers(tx, run.id, ids, at);
      await clearThese(tx, run.id, gone, at);
      await cameTo(tx, run.id, last.id, at);
    });
  }

  private async single({ providerPaymentId }: FoundEarlier, now: Date): Promise<Rechecked> {
    const sides = await this.readAgain.sidesOf(providerPaymentId);
    const kinds = differencesOf(sides, londonDateOf(now));
    return { found: kinds.map((kind) => differenceFound(kind, sides)), gone: [] };
  }

  /** Made twice as long as two of them hold money. */
  private async twins({ reference }: FoundEarlier): Promise<Rechecked> {
    const twins = reference === null ? [] : await twinsOf(this.database.reader, reference);
    const holding = new Map<string, Found>();
    for (const { id, providerPaymentId } of twins) {
      const sides = await this.readAgain.sidesOf(providerPaymentId);
      if (!sides.theirs || !holdsMoney(sides.theirs)) continue;
      const found = differenceFound('duplicate', { ...sides, ours: null, theirs: null });
      holding.set(id, { ...found, ...(reference !== null && { reference }) });
    }
    const isTwice = holding.size > 1;
    const gone = twins.filter(({ id }) => !isTwice || !holding.has(id));
    return { found: isTwice ? [...holding.values()] : [], gone: gone.map(({ id }) => id) };
  }
}
