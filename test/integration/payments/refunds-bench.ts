import { newId } from '../../../src/platform/database/new-id.js';
import { GatewayUnavailable } from '../../../src/payments/payment-gateway.js';
import { lockMoney } from '../../../src/payments/lock-money.js';
import { moveMoney } from '../../../src/payments/move-money.js';
import { findPayment, type Payment, promiseReturn } from '../../../src/payments/payments.store.js';
import { balances, type Balances, ledgerOf } from '../../../src/ledger/ledger.queries.js';
import { type LedgerFault } from '../../../src/ledger/ledger-faults.rules.js';
import { verifyLedger } from '../../../src/ledger/verify-ledger.queries.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { approve, type DecidingBench } from '../deciding/deciding-bench.js';

export type Officer = TestBrowser & { staff: TestStaff };

/** An approved case whose £55 are taken and earned. */
export async function earnedFee(bench: DecidingBench, officer: Officer): Promise<Payment> {
  const { application } = await bench.addCase({ officerId: officer.staff.id });
  await approve(officer, application.reference);
  for (const { id } of await bench.rows('payment_commands', application.id)) {
    await work(bench, String(id));
  }
  const payment = await findPayment(bench.desk.app.get(Database).reader, application.id);
  if (payment?.capturedPence !== 5500) throw new Error('The fee was not taken.');
  return payment;
}

/** Asks for an exact refund as an exception would; null when there is no room for it. */
export function askRefund(
  bench: DecidingBench,
  payment: Payment,
  amountPence: number,
): Promise<string | null> {
  return bench.write(async (tx) => {
    await lockMoney(tx, { applicationId: payment.applicationId, paymentId: payment.id });
    if (!(await promiseReturn(tx, payment.id, amountPence))) return null;
    return moveMoney(tx, bench.desk.app.get(Outbox), {
      ...{ payment, kind: 'refund', amountPence, cause: { kind: 'exception', id: newId() } },
      ...{ actor: { kind: 'system' }, at: bench.desk.clock.now() },
    });
  });
}

/** As the queue would: again after a failure or a "later"; answers what was said meanwhile. */
export async function work(
  bench: DecidingBench,
  commandId: string,
  rounds = 8,
): Promise<{ done: boolean; problems: string[] }> {
  const problems: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    try {
      const outcome = await bench.carryOut.run(commandId);
      if (outcome.done) return { done: true, problems };
      problems.push(outcome.because);
    } catch (error) {
      if (!(error instanceof GatewayUnavailable)) throw error;
      problems.push(error.message);
    }
  }
  return { done: false, problems };
}

export async function commandOf(bench: DecidingBench, commandId: string) {
  const [row] = await bench.desk.database.dataSource.query<Record<string, unknown>[]>(
    'SELECT state, effect, provider_reference, last_problem FROM payment_commands WHERE id = ?',
    [commandId],
  );
  return { state: row?.['state'], effect: row?.['effect'], reference: row?.['provider_reference'] };
}

/** What the provider says was given back, and by how many requests that were acted upon. */
export async function givenBack(bench: DecidingBench, payment: Payment) {
  const { control } = bench.sandbox;
  const found = (await control.payments()).find(
    ({ payment_id }) => payment_id === payment.providerPaymentId,
  );
  const log = await control.log({ service: 'pay', paymentId: payment.providerPaymentId });
  return {
    pence: found?.refund_summary.amount_submitted ?? 0,
    requests: log.filter(({ operation, acted }) => operation === 'refund' && acted).length,
  };
}

export async function journalKinds(bench: DecidingBench, payment: Payment): Promise<string[]> {
  const { reader } = bench.desk.app.get(Database);
  return (await ledgerOf(reader, { paymentId: payment.id })).map(({ kind }) => kind);
}

export async function ledgerFaults(bench: DecidingBench): Promise<LedgerFault[]> {
  return (await verifyLedger(bench.desk.app.get(Database).reader)).faults;
}

export function accounts(bench: DecidingBench): Promise<Balances> {
  return balances(bench.desk.app.get(Database).reader);
}
