import { randomUUID } from 'node:crypto';
import { findPayment, type Payment } from '../../../src/payments/payments.store.js';
import { isNotKnownThere } from '../../../src/refunds-board/another-way.rules.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { keepReading } from '../../builders/a-reading.js';
import {
  checkRejection,
  type DecidingBench,
  send,
  startDecidingBench,
} from '../deciding/deciding-bench.js';
import { commandOf, type Officer, work } from './refunds-bench.js';

/** What is kept of a payment that the payment service does not know any more, and knows again. */

let bench: DecidingBench;
let officer: Officer;

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

async function paymentOf(applicationId: string): Promise<Payment> {
  const payment = await findPayment(bench.desk.app.get(Database).reader, applicationId);
  if (!payment) throw new Error('The case has no payment.');
  return payment;
}

/** A rejected case, and the command that gives its money back. */
async function rejected() {
  const { application } = await bench.addCase({ officerId: officer.staff.id });
  await send(officer, await checkRejection(officer, application.reference));
  const [command] = await bench.rows('payment_commands', application.id);
  return { applicationId: application.id, commandId: String(command?.['id']) };
}

/** From now on it is called so with us; the payment service answers 404 to a name it never gave. */
const nameIt = (applicationId: string, providerPaymentId: string) =>
  bench.desk.database.dataSource.query(
    'UPDATE payments SET provider_payment_id = ? WHERE application_id = ?',
    [providerPaymentId, applicationId],
  );
/** As a supervisor's "Try again" leaves it. */
const tryAgain = (commandId: string) =>
  bench.desk.database.dataSource.query(
    "UPDATE payment_commands SET state = 'requested' WHERE id = ?",
    [commandId],
  );

describe('a payment that the payment service answers with 404', () => {
  it('is noted with the time of the question, and the note goes once it is found again', async () => {
    const { applicationId, commandId } = await rejected();
    const before = await paymentOf(applicationId);
    expect(before.notFoundAt).toBeNull();

    await nameIt(applicationId, randomUUID().replaceAll('-', '').slice(0, 26));
    bench.desk.clock.advance({ minutes: 1 });
    expect(await work(bench, commandId)).toMatchObject({ done: true });
    const lost = await paymentOf(applicationId);
    expect(lost.notFoundAt).toEqual(bench.desk.clock.now());
    expect([lost.state, lost.stateReadAt]).toEqual([before.state, before.stateReadAt]);
    expect(isNotKnownThere(lost)).toBe(true);
    expect((await commandOf(bench, commandId)).state).toBe('needs_attention');

    // A reading that began earlier and is kept late takes nothing back.
    const earlier = before.stateReadAt ?? undefined;
    await bench.write((tx) => keepReading(tx, applicationId, 'capturable', earlier));
    expect((await paymentOf(applicationId)).notFoundAt).toEqual(lost.notFoundAt);

    await nameIt(applicationId, before.providerPaymentId);
    await tryAgain(commandId);
    bench.desk.clock.advance({ minutes: 1 });
    expect(await work(bench, commandId)).toMatchObject({ done: true });
    const found = await paymentOf(applicationId);
    expect(found.notFoundAt).toBeNull();
    expect(found).toMatchObject({ state: 'cancelled', stateReadAt: bench.desk.clock.now() });
    expect(isNotKnownThere(found)).toBe(false);
    expect((await commandOf(bench, commandId)).state).toBe('settled');
  });
});
