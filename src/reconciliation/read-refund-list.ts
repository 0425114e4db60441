import { Injectable } from '@nestjs/common';
import { effectKeys } from '../ledger/ledger-terms.rules.js';
import { differencesOf } from '../payment-comparisons/differences.rules.js';
import { type Found, keepDifference } from '../payment-comparisons/differences.store.js';
import { correctedOf } from '../payment-comparisons/our-side.queries.js';
import { instantsOf } from '../payment-comparisons/period.rules.js';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';
import {
  failRun,
  lookedThroughRefunds,
  readRefundsAgain,
  stepOn,
} from '../payment-comparisons/reconciliation-runs.store.js';
import {
  GatewayUnavailable,
  LISTED_A_PAGE,
  type ListedRefund,
  PaymentGateway,
} from '../payments/payment-gateway.js';
import { Clock } from '../platform/clock/clock.js';
import { type Reader, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { differenceFound, ReadAgain } from './read-again.js';
import { MOST_ROUNDS, pagesOf } from './read-provider-list.js';

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

  /** A page that is shorter than it says is not believed. @throws GatewayUnavailable */
  async readPage(run: Run): Promise<void> {
    const { nextPage: page, refundsTotal } = run;
    const at = this.clock.now();
    if (refundsTotal !== null && page > pagesOf(refundsTotal)) {
      return this.unitOfWork.run((tx) => stepOn(tx, run, 'comparing', at));
    }
    const { refunds, total } = await this.gateway.listRefunds({ ...instantsOf(run), page });
    if (refundsTotal !== null && total !== refundsTotal) return this.beginAgain(run, at);
    const left = total - (page - 1) * LISTED_A_PAGE;
    const expected = Math.max(0, Math.min(LISTED_A_PAGE, left));
    if (refunds.length !== expected) {
      throw new GatewayUnavailable(
        `Page ${page} of the list of refunds holds ${refunds.length} instead of ${expected}`,
      );
    }
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

/** Their payments with a refund that the ledger does not say, or says otherwise. */
async function paymentsToRead(reader: Reader, refunds: readonly ListedRefund[]): Promise<string[]> {
  if (refunds.length === 0) return [];
  const ids = [...new Set(refunds.map(({ providerPaymentId }) => providerPaymentId))];
  const payments: { id: string; providerPaymentId: string }[] = await reader.query(
    `SELECT id, provider_payment_id AS providerPaymentId FROM payments
      WHERE provider_payment_id IN (?)`,
    [ids],
  );
  const ours = new Map(payments.map(({ id, providerPaymentId }) => [providerPaymentId, id]));
  const keys = refunds.flatMap((refund) => keyOf(refund, ours) ?? []);
  const posted = await postedKeys(reader, keys);
  // Of a payment that nobody knows a refund matters where the ledger was corrected for it.
  const corrected = await correctedOf(reader, ids);
  const news = refunds.filter((refund) => {
    const key = keyOf(refund, ours);
    return key === null ? corrected.has(refund.providerPaymentId) : !posted.has(key);
  });
  return [...new Set(news.map(({ providerPaymentId }) => providerPaymentId))];
}

function keyOf(
  { id, providerPaymentId, status }: ListedRefund,
  ours: ReadonlyMap<string, string>,
): string | null {
  const paymentId = ours.get(providerPaymentId);
  if (paymentId === undefined) return null;
  return status === 'error'
    ? effectKeys.refundFailed(paymentId, id)
    : effectKeys.refundSent(paymentId, id);
}

async function postedKeys(reader: Reader, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows: { key: string }[] = await reader.query(
    'SELECT effect_key AS `key` FROM ledger_journals WHERE effect_key IN (?)',
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}
