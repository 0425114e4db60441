import { randomUUID } from 'node:crypto';
import { DIFFERENCE_KINDS } from '../../../src/payment-comparisons/differences.rules.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { insertPayment } from '../../../src/payments/payments.store.js';
import {
  DAY,
  LONG_AGO,
  type ReconcileBench,
  startReconcileBench,
  TODAY,
} from './reconcile-bench.js';

/** Every kind of difference closes by itself once it is no longer there, whatever period is compared. */

let bench: ReconcileBench;
beforeAll(async () => (bench = await startReconcileBench()), 120_000);
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<Row[]>(sql, values);
const pay = () => bench.bench.sandbox.control;

interface Fault {
  /** Makes it; answers the payment service's id of the payment. */
  make(): Promise<string>;
  mend(providerId: string): Promise<unknown>;
}

const amountOf = (pence: number) => (providerId: string) =>
  query('UPDATE payments SET amount_pence = ? WHERE provider_payment_id = ?', [pence, providerId]);

const FAULTS: Record<(typeof DIFFERENCE_KINDS)[number], Fault> = {
  amount_differs: {
    make: async () => {
      const { providerId } = await bench.addPayment({ state: 'captured', amount: 5400 });
      await amountOf(5500)(providerId);
      return providerId;
    },
    mend: amountOf(5400),
  },
  state_differs: {
    make: async () => {
      const { id, providerId } = await bench.addPayment();
      await query(
        "UPDATE payments SET state = 'success', state_read_at = created_at WHERE id = ?",
        [id],
      );
      return providerId;
    },
    mend: (providerId) => pay().letHappen(providerId, 'captured'),
  },
  ours_missing: {
    make: () => bench.payOutside({ state: 'captured' }),
    mend: (providerId) => pay().letHappen(providerId, 'refunded'),
  },
  theirs_missing: {
    make: () => addOurs(randomUUID().replaceAll('-', '').slice(0, 26).toLowerCase()),
    mend: (providerId) => bench.payOutside({ payment_id: providerId }),
  },
  duplicate: {
    make: async () => {
      const reference = randomUUID();
      await bench.addPayment({ reference });
      return (await bench.addPayment({ reference })).providerId;
    },
    mend: (providerId) => pay().letHappen(providerId, 'cancelled'),
  },
  late_settlement: {
    make: async () => {
      const created = { created_date: `${LONG_AGO}T08:00:00.000Z` };
      const settling = { settle_after_ms: 60 * 24 * 3_600_000 };
      const made = await bench.addPayment({ state: 'captured', ...created, ...settling });
      return made.providerId;
    },
    // Paid out after all: the same payment, settled within the week.
    mend: (providerId) =>
      bench.payOutside({
        ...{ payment_id: providerId, state: 'captured', settle_after_ms: 0 },
        created_date: `${LONG_AGO}T08:00:00.000Z`,
      }),
  },
};

async function addOurs(providerPaymentId: string): Promise<string> {
  await bench.bench.write((tx) =>
    insertPayment(tx, {
      ...{ id: newId(), applicationId: bench.applicationId, providerPaymentId },
      ...{ amountPence: 5500, state: 'capturable', refundedPence: 0, holdEndsAt: null },
      ...{ stateReadAt: null, createdAt: new Date(`${DAY}T12:00:00Z`), replacedAt: new Date() },
    }),
  );
  return providerPaymentId;
}

const standing = (kind: string, providerId: string) =>
  query<{ clearedBy: string | null }>(
    `SELECT cleared_by_run AS clearedBy FROM reconciliation_differences
      WHERE kind = ? AND provider_payment_id = ?`,
    [kind, providerId],
  );

it.each(DIFFERENCE_KINDS)(
  '%s: by a comparison of days in which its payment is not',
  async (kind) => {
    const providerId = await FAULTS[kind].make();
    await bench.compare(LONG_AGO, DAY);
    expect(await standing(kind, providerId)).toEqual([{ clearedBy: null }]);
    // It is looked at again each day, and stays while it is there.
    await bench.compare(TODAY);
    expect(await standing(kind, providerId)).toEqual([{ clearedBy: null }]);
    await FAULTS[kind].mend(providerId);
    const run = await bench.compare(TODAY);
    expect(await standing(kind, providerId)).toEqual([{ clearedBy: run }]);
    const supervisor = await bench.bench.desk.signInAs('supervisor');
    const [{ id } = { id: '' }] = await query<{ id: string }>(
      'SELECT id FROM reconciliation_differences WHERE kind = ? AND provider_payment_id = ?',
      [kind, providerId],
    );
    const page = await supervisor.get(`/reconciliation/differences/${id}`);
    expect(page.$(`a[href="/reconciliation/runs/${run}"]`).text()).toContain('The comparison of');
    expect(
      await query('SELECT 1 FROM reconciliation_differences WHERE cleared_at IS NULL'),
    ).toEqual([]);
  },
  120_000,
);
