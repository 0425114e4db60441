import type { DataSource, QueryRunner } from 'typeorm';
import type { PaymentToMake } from '../../sandbox/control/make-payment.js';
import { sandboxControl } from '../../sandbox/control/sandbox-control.js';
import { newPayId } from '../../sandbox/pay/payment-changes.js';
import { effectKeys } from '../../src/ledger/ledger-terms.rules.js';
import { newId } from '../../src/platform/database/new-id.js';
import { addDays, type LocalDate, startOfLondonDay } from '../../src/shared/london-date.js';
import { inBulk, RowBatch } from './insert-rows.js';

const FEE = 5500;
const DAY_MS = 86_400_000;
const A_BATCH = 500;
/** Of a hundred payments so many are taken, and the next so many held; the others were cancelled. */
const TAKEN = 80;
const HELD = 95;

interface Wishes {
  source: DataSource;
  sandboxUrl: string;
  count: number;
  /** The day of all payments but the late one; holds of that day must stand. */
  on: LocalDate;
}

interface OnePayment {
  theirs: PaymentToMake | null;
  /** Null where no application names it. */
  ours: { state: string; pence: number; takenPence: number } | null;
  id: string;
  createdAt: Date;
}

/**
 * So many payments at the sandbox and with us, both sides as they would be after every one was read,
 * but for seven that differ. Answers what a comparison must find, kind and payment.
 */
export async function addPaymentsOnBothSides(wishes: Wishes): Promise<string[]> {
  const faults = faultsOf(wishes.on);
  const runner = wishes.source.createQueryRunner();
  try {
    const applications = await applicationIds(runner, wishes.count);
    for (let from = 0; from < wishes.count; from += A_BATCH) {
      const size = Math.min(A_BATCH, wishes.count - from);
      const plain = Array.from({ length: size }, (_, at) => plainPayment(from + at, wishes));
      const all = from === 0 ? [...faults.payments, ...plain.slice(faults.payments.length)] : plain;
      await write(runner, wishes, { payments: all, applications, from });
    }
    await runner.query('ANALYZE TABLE payments, ledger_journals, ledger_entries');
  } finally {
    await runner.release();
  }
  return faults.expected;
}

function plainPayment(number: number, { on, count }: Wishes): OnePayment {
  const begins = startOfLondonDay(on).getTime() + 3_600_000;
  const createdAt = new Date(begins + Math.floor((number / count) * (DAY_MS - 2 * 3_600_000)));
  const part = number % 100;
  if (part < TAKEN) return payment(createdAt, 'captured', 'success');
  return part < HELD
    ? payment(createdAt, 'held', 'capturable')
    : payment(createdAt, 'cancelled', 'cancelled');
}

function payment(
  createdAt: Date,
  state: NonNullable<PaymentToMake['state']>,
  ourState: string,
): OnePayment {
  const id = newPayId();
  const takenPence = ourState === 'success' ? FEE : 0;
  return {
    ...{ id, createdAt },
    theirs: {
      ...{ payment_id: id, amount: FEE, reference: id, state, settle_after_ms: 0 },
      created_date: createdAt.toISOString(),
    },
    ours: { state: ourState, pence: FEE, takenPence },
  };
}

/** One of each kind; a payment made twice is two. */
function faultsOf(on: LocalDate): { payments: OnePayment[]; expected: string[] } {
  const at = new Date(startOfLondonDay(on).getTime() + DAY_MS / 2);
  const taken = () => payment(at, 'captured', 'success');
  const amount = change(taken(), { theirs: { amount: 5400 }, ours: { takenPence: 5400 } });
  const state = payment(at, 'held', 'cancelled');
  const unknown = { ...taken(), ours: null };
  const missing = { ...payment(at, 'held', 'capturable'), theirs: null };
  const twice = [taken(), taken()].map((one) => change(one, { theirs: { reference: 'TWICE' } }));
  const late = payment(startOfLondonDay(firstDay(on)), 'captured', 'success');
  const slow = change(late, { theirs: { settle_after_ms: 60 * DAY_MS } });
  return {
    payments: [amount, state, unknown, missing, ...twice, slow],
    expected: [
      `amount_differs ${amount.id}`,
      `state_differs ${state.id}`,
      `ours_missing ${unknown.id}`,
      `theirs_missing ${missing.id}`,
      ...twice.map(({ id }) => `duplicate ${id}`),
      `late_settlement ${slow.id}`,
    ].sort(),
  };
}

function change(
  one: OnePayment,
  to: { theirs?: Partial<PaymentToMake>; ours?: Partial<NonNullable<OnePayment['ours']>> },
): OnePayment {
  return {
    ...one,
    theirs: one.theirs && { ...one.theirs, ...to.theirs },
    ours: one.ours && { ...one.ours, ...to.ours },
  };
}

/** The day of the late one, more than a week before today. */
export function firstDay(on: LocalDate): LocalDate {
  return addDays(on, -7);
}

async function applicationIds(runner: QueryRunner, count: number): Promise<string[]> {
  const rows = (await runner.query('SELECT id FROM applications LIMIT ?', [count])) as {
    id: string;
  }[];
  return rows.map(({ id }) => id);
}

interface Batch {
  payments: readonly OnePayment[];
  applications: readonly string[];
  from: number;
}

async function write(
  runner: QueryRunner,
  { sandboxUrl }: Wishes,
  { payments, applications, from }: Batch,
): Promise<void> {
  await sandboxControl(sandboxUrl).makePayments(
    payments.flatMap(({ theirs }) => (theirs ? [theirs] : [])),
  );
  const batch = new RowBatch();
  payments.forEach((one, at) => {
    const applicationId = applications[(from + at) % applications.length];
    if (one.ours && applicationId) addOurs(batch, one.ours, { ...one, applicationId });
  });
  await inBulk(runner, () => batch.write(runner));
}

type Of = Pick<OnePayment, 'id' | 'createdAt'> & { applicationId: string };

/** None of them counts for its application now: what else is measured is not about these. */
function addOurs(batch: RowBatch, ours: NonNullable<OnePayment['ours']>, of: Of): void {
  const { applicationId, createdAt: at } = of;
  const paymentId = newId();
  batch.add('payments', {
    ...{ id: paymentId, application_id: applicationId, provider_payment_id: of.id },
    ...{ amount_pence: ours.pence, state: ours.state, refunded_pence: 0, replaced_at: at },
    ...{ captured_pence: ours.takenPence, captured_at: ours.takenPence > 0 ? at : null },
    ...{ hold_ends_at: null, state_read_at: at, created_at: at },
  });
  if (ours.takenPence === 0) return;
  const id = newId();
  batch.add('ledger_journals', {
    ...{ id, payment_id: paymentId, application_id: applicationId, kind: 'captured' },
    ...{ effect_key: effectKeys.captured(paymentId), occurred_at: at, recorded_at: at },
  });
  batch.add('ledger_entries', {
    ...{ journal_id: id, line: 1, amount_pence: ours.takenPence },
    ...{ debit_account: 'provider_clearing', credit_account: 'customer' },
  });
}
