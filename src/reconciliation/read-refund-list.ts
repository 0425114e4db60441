import { Injectable } from '@nestjs/common';
import { differencesOf } from '../payment-comparisons/differences.rules.js';
import { type Found, keepDifference } from '../payment-comparisons/differences.store.js';
import { instantsOf } from '../payment-comparisons/period.rules.js';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';
import {
  failRun,
  lookedThroughRefunds,
  readRefundsAgain,
  stepOn,
} from '../payment-comparisons/reconciliation-runs.store.js';
import { PaymentGateway } from '../payments/payment-gateway.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { differenceFound, ReadAgain } from './read-again.js';
import { expectWhole, MOST_ROUNDS, pagesOf } from './read-provider-list.js';
import { paymentsToRead } from './refunds-to-learn.queries.js';

/**
 * Reads the payment service's list of refunds of the period. A refund that we have not heard of was
 * made by hand, on a payment of any age: the payment is read, and the ledger follows.
 */
@Injectable()
export class ReadRefundList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: PaymentGateway,
    private readonly readAgain: ReadAgain,
    private readonly clock: Clock,
  ) {}

  /** @throws GatewayUnavailable */
  async readPage(run: Run): Promise<void> {
    const { nextPage: page, refundsTotal } = run;
    const at = this.clock.now();
    if (refundsTotal !== null && page > pagesOf(refundsTotal)) {
      return this.unitOfWork.run((tx) => stepOn(tx, run, 'comparing', at));
    }
    const { refunds, total } = await this.gateway.listRefunds({ ...instantsOf(run), page });
    if (refundsTotal !== null && total !== refundsTotal) return this.beginAgain(run, at);
    expectWhole({ page, total, found: refunds.length }, 'refunds');
    const learnt = await this.unitOfWork.run((tx) => paymentsToRead(tx, refunds));
    const found: Found[] = [];
    for (const id of learnt) found.push(...(await this.learn(id, at)));
    await this.unitOfWork.run(async (tx) => {
      for (const one of found) await keepDifference(tx, run.id, one, at);
      await lookedThroughRefunds(tx, run, { total, learnt: learnt.length, at });
    });
  }

  private async learn(providerPaymentId: string, now: Date): Promise<Found[]> {
    const sides = await this.readAgain.sidesOf(providerPaymentId);
    return differencesOf(sides, londonDateOf(now)).map((kind) => differenceFound(kind, sides));
  }

  /** Refunds made meanwhile move others from page to page. */
  private beginAgain(run: Run, at: Date): Promise<void> {
    return this.unitOfWork.run((tx) =>
      run.rounds < MOST_ROUNDS
        ? readRefundsAgain(tx, run)
        : failRun(tx, run.id, 'The list of refunds changed at every reading.', at),
    );
  }
}
