import { Injectable } from '@nestjs/common';
import { GatewayUnavailable, LISTED_A_PAGE, PaymentGateway } from '../payments/payment-gateway.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { instantsOf } from '../payment-comparisons/period.rules.js';
import { countKept, type Run } from '../payment-comparisons/reconciliation-runs.queries.js';
import {
  failRun,
  keepPage,
  readAgain,
  stepOn,
} from '../payment-comparisons/reconciliation-runs.store.js';

/** How often a list that changes while it is read is begun again. */
export const MOST_ROUNDS = 5;

/** Reads the payment service's list of the period into a table of our own, a page at a time. */
@Injectable()
export class ReadProviderList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly gateway: PaymentGateway,
    private readonly clock: Clock,
  ) {}

  /** @throws GatewayUnavailable */
  async readPage(run: Run): Promise<void> {
    const { nextPage: page, providerTotal } = run;
    if (providerTotal !== null && page > pagesOf(providerTotal)) {
      return this.endReading(run, providerTotal);
    }
    const listed = await this.gateway.list({ ...instantsOf(run), page });
    expectWhole({ page, total: listed.total, found: listed.payments.length }, 'payments');
    await this.unitOfWork.run((tx) => keepPage(tx, run, { ...listed, at: this.clock.now() }));
  }

  fail(runId: string, problem: string): Promise<void> {
    return this.unitOfWork.run((tx) => failRun(tx, runId, problem, this.clock.now()));
  }

  /** Payments made meanwhile move others from page to page: then it is read from the beginning. */
  private async endReading(run: Run, total: number): Promise<void> {
    const kept = await countKept(this.database.reader, run.id);
    const at = this.clock.now();
    if (kept === total) return this.unitOfWork.run((tx) => stepOn(tx, run, 'missing', at));
    if (run.rounds < MOST_ROUNDS) return this.unitOfWork.run((tx) => readAgain(tx, run));
    const problem = `The list names ${total} payments, but holds ${kept}: it changed at every reading.`;
    await this.fail(run.id, problem);
  }
}

/** A page that is shorter than its list says is not believed. @throws GatewayUnavailable */
export function expectWhole(
  { page, total, found }: { page: number; total: number; found: number },
  what: 'payments' | 'refunds',
): void {
  const left = total - (page - 1) * LISTED_A_PAGE;
  const expected = Math.max(0, Math.min(LISTED_A_PAGE, left));
  if (found === expected) return;
  throw new GatewayUnavailable(
    `Page ${page} of the list of ${what} holds ${found} instead of ${expected}`,
  );
}

export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / LISTED_A_PAGE));
}
