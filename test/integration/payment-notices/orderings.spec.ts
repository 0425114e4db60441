import { callPay } from '../../../sandbox/pay/call-pay.js';
import { EVENTS, aNotice, type NoticeEvent } from '../../builders/a-notice.js';
import { type NoticeBench, startNoticeBench } from './notice-bench.js';

let bench: NoticeBench;
beforeAll(async () => {
  bench = await startNoticeBench();
  await bench.sandbox.control.changeSettings({ captureDelayMs: 0, refundDelayMs: 0 });
}, 120_000);
afterAll(() => bench.stop());

/** Every order of these, each once. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, at) =>
    ordersOf([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [first, ...rest]),
  );
}

/** Lets happen at the provider what had to happen before it could send this notice. */
async function advance(paymentId: string, from: number, until: number): Promise<void> {
  const captured = EVENTS.indexOf('card_payment_succeeded');
  const refunded = EVENTS.indexOf('card_payment_refunded');
  if (from < captured && until >= captured) await bench.capture(paymentId);
  if (until < refunded) return;
  const path = `/v1/payments/${paymentId}/refunds`;
  const sent = await callPay(bench.sandbox.payUrl, 'POST', path, {
    amount: 5500,
    refund_amount_available: 5500,
  });
  if (sent.status !== 202) throw new Error(`The refund was answered ${sent.status}.`);
}

interface Delivery {
  order: readonly NoticeEvent[];
  /** The worker reads after each notice, or after all of them, everything at the same time. */
  reading: 'after each' | 'all at once';
}

/** Plays one payment from the hold to the refund, its notices in this order; what is true afterwards. */
async function play({ order, reading }: Delivery) {
  const { application, providerPaymentId } = await bench.addCase();
  let reached = 0;
  for (const event of order) {
    const now = Math.max(reached, EVENTS.indexOf(event));
    if (now > reached) await advance(providerPaymentId, reached, now);
    reached = now;
    const status = await bench.tell(aNotice({ paymentId: providerPaymentId, event }));
    if (status !== 204) throw new Error(`A notice was answered ${status}.`);
    if (reading === 'after each') await bench.workersTurn();
  }
  if (reading === 'all at once') await bench.workersTurn(true);
  return truthOf(application.id);
}

/** The state of the payment, what the ledger says of it, and the case. */
async function truthOf(applicationId: string) {
  const [payment] = await bench.rows(
    'SELECT state, refunded_pence, captured_pence, hold_ends_at FROM payments WHERE application_id = ?',
    [applicationId],
  );
  const [application] = await bench.rows(
    'SELECT status, version, hold_ends_at FROM applications WHERE id = ?',
    [applicationId],
  );
  const entries = await bench.rows<{ account: string; pence: string }>(
    `SELECT account, SUM(pence) AS pence FROM (
       SELECT e.debit_account AS account, e.amount_pence AS pence
         FROM ledger_entries e JOIN ledger_journals j ON j.id = e.journal_id WHERE j.application_id = ?
       UNION ALL
       SELECT e.credit_account, -e.amount_pence
         FROM ledger_entries e JOIN ledger_journals j ON j.id = e.journal_id WHERE j.application_id = ?) t
      GROUP BY account HAVING SUM(pence) <> 0 ORDER BY account`,
    [applicationId, applicationId],
  );
  const events = await bench.rows(
    'SELECT type, COUNT(*) AS count FROM timeline_events WHERE application_id = ? GROUP BY type ORDER BY type',
    [applicationId],
  );
  return { payment, application, entries, events };
}

describe('the notices of one payment', () => {
  const orders = ordersOf(EVENTS);

  it('come in 120 orders', () => {
    expect(new Set(orders.map((order) => order.join())).size).toBe(120);
  });

  it.each(['after each', 'all at once'] as const)(
    'attack 070: in every order, read %s, leave payment, ledger and case as in order',
    async (reading) => {
      const expected = await play({ order: EVENTS, reading: 'after each' });
      expect(expected.payment).toMatchObject({ state: 'success', refunded_pence: 5500 });
      for (const order of orders) {
        expect([order, await play({ order, reading })]).toEqual([order, expected]);
      }
    },
    600_000,
  );
});
