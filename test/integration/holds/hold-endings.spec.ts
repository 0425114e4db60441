import { localDate, londonInstant } from '../../../src/shared/london-date.js';
import { signIn, type TestApplication } from '../../support/test-application.js';
import { approve, checkRejection, send } from '../deciding/deciding-bench.js';
import { type HoldsBench, startHoldsBench } from './holds-bench.js';

let bench: HoldsBench;
let officer: Awaited<ReturnType<TestApplication['signInAs']>>;

beforeAll(async () => {
  bench = await startHoldsBench();
}, 60_000);
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.goTo(new Date());
  officer = await bench.desk.signInAs('officer');
});

const add = (more: object = {}) => bench.addCase({ officerId: officer.staff.id, ...more });
/** Some hours pass; nobody stays signed in so long. */
const wait = async (hours: number) => {
  await bench.wait(hours);
  await signIn(officer, officer.staff.email);
};
const endings = async (id: string) => {
  const rows = await bench.rows('timeline_events', id);
  return rows
    .filter(({ type }) => type === 'payment-hold-ending')
    .map(({ payload }) => (JSON.parse(String(payload)) as { stage: string }).stage);
};
const commands = async (id: string) =>
  (await bench.rows('payment_commands', id)).map(({ kind, cause_kind: cause }) => [kind, cause]);
const stateAtPay = async (providerPaymentId: string | null) =>
  (await bench.sandbox.control.payments()).find(
    (payment) => payment.payment_id === providerPaymentId,
  )?.state.status;

describe('a hold that nobody decides upon (R-PAY-1, R1.8)', () => {
  it('is read even when the payment service is away for hours after the arrival', () => {
    // After the first minute it is asked once in a minute.
    expect(bench.jobs.read.attempts).toBeGreaterThan(12 * 60);
  });

  it('is escalated once at 72 and once at 96 hours, and taken at 108', async () => {
    const { application, providerPaymentId } = await add();
    await wait(71.9);
    await bench.followHolds();
    expect(await endings(application.id)).toEqual([]);
    await wait(0.2);
    await bench.followHolds();
    await bench.followHolds();
    expect(await endings(application.id)).toEqual(['first']);
    await wait(24);
    await bench.followHolds();
    expect(await endings(application.id)).toEqual(['first', 'second']);
    expect(await commands(application.id)).toEqual([]);
    await wait(12);
    await bench.followHolds();
    await bench.followHolds();
    expect(await endings(application.id)).toEqual(['first', 'second', 'capture']);
    expect(await commands(application.id)).toEqual([['capture', 'hold_ending']]);
    await bench.moveMoney(application.id);
    expect(await stateAtPay(providerPaymentId)).toBe('success');
    expect((await bench.application(application.id))['hold_ends_at']).toBeNull();
    const page = await officer.get(`/applications/${application.reference}`);
    expect(page.$('.moj-timeline').text()).toContain(
      'the money is taken before its hold ends. It is given back if the application is rejected',
    );
  });

  it('approved afterwards keeps the money', async () => {
    const { application, providerPaymentId } = await add();
    await wait(109);
    await bench.followHolds();
    await bench.moveMoney(application.id);
    const { sent } = await approve(officer, application.reference);
    expect(sent.status).toBe(303);
    await bench.moveMoney(application.id);
    expect(await stateAtPay(providerPaymentId)).toBe('success');
    const states = (await bench.rows('payment_commands', application.id)).map(({ state }) => state);
    expect(states).toEqual(['settled', 'settled']);
  });

  it('rejected afterwards is refunded', async () => {
    const { application, providerPaymentId } = await add();
    await wait(109);
    await bench.followHolds();
    await bench.moveMoney(application.id);
    const checked = await checkRejection(officer, application.reference);
    expect(checked.text).toContain('told the payment service to refund £55');
    expect((await send(officer, checked)).status).toBe(303);
    await bench.moveMoney(application.id);
    const [payment] = (await bench.sandbox.control.payments()).filter(
      (one) => one.payment_id === providerPaymentId,
    );
    expect(payment?.refund_summary.amount_available).toBe(0);
  });

  it('catches up with all that came due while no worker was there', async () => {
    const { application } = await add();
    await wait(110);
    await bench.followHolds();
    expect(await endings(application.id)).toEqual(['first', 'second', 'capture']);
    expect(await commands(application.id)).toEqual([['capture', 'hold_ending']]);
  });

  it('is not taken when it has ended already: the payment is read, and the case says it lapsed', async () => {
    const { application } = await add();
    await wait(121);
    await bench.followHolds();
    expect(await commands(application.id)).toEqual([]);
    expect(await bench.events(application.id)).not.toContain('payment-lapsed');
    const waiting: unknown[] = await bench.desk.database.dataSource.query(
      `SELECT 1 FROM outbox_jobs WHERE message_type = 'payment.hold-ended' AND subject_id = ?`,
      [application.id],
    );
    expect(waiting).toHaveLength(1);
    await bench.jobs.read.run(application.id);
    await bench.followHolds();
    await bench.followHolds();
    const events = await bench.events(application.id);
    expect(events.filter((type) => type === 'payment-lapsed')).toHaveLength(1);
  });

  it('counts over Easter: made on Thursday at 5pm it is taken before Tuesday at 5pm', async () => {
    await bench.goTo(londonInstant(localDate('2026-04-02'), '17:00').instant);
    const { application, providerPaymentId } = await add({
      change: (it: { with(fields: object): typeof it }) =>
        it.with({ receivedAt: bench.desk.clock.now() }),
    });
    const ends = (await bench.application(application.id))['hold_ends_at'] as Date;
    expect(Math.round(ends.getTime() / 60_000)).toBe(
      Math.round(londonInstant(localDate('2026-04-07'), '17:00').instant.getTime() / 60_000),
    );
    await bench.goTo(londonInstant(localDate('2026-04-07'), '05:01').instant);
    await bench.followHolds();
    await bench.moveMoney(application.id);
    expect(await stateAtPay(providerPaymentId)).toBe('success');
  });
});

describe('what has no hold to end', () => {
  it.each([
    ['is free', { pence: 0 }],
    ['was taken at once', { money: 'captured' }],
  ])('an application that %s is left alone', async (_what, more) => {
    const { application } = await add(more);
    await wait(130);
    await bench.followHolds();
    expect([await endings(application.id), await commands(application.id)]).toEqual([[], []]);
  });

  it('a decided case is left alone', async () => {
    const { application } = await add();
    await send(officer, await checkRejection(officer, application.reference));
    await wait(110);
    await bench.followHolds();
    expect(await endings(application.id)).toEqual([]);
    expect(await commands(application.id)).toEqual([['release', 'decision']]);
  });
});

describe('several at once', () => {
  it('two workers say and ask everything once', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => add()));
    await wait(110);
    await Promise.all([bench.followHolds(), bench.followHolds(), bench.followHolds()]);
    for (const { application } of cases) {
      expect(await endings(application.id)).toEqual(['first', 'second', 'capture']);
      expect(await commands(application.id)).toEqual([['capture', 'hold_ending']]);
    }
  }, 60_000);

  it('of a rejection and the taking at the same moment each finds what the other did', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const { application, providerPaymentId } = await add();
      await wait(110);
      const checked = await checkRejection(officer, application.reference);
      const pause = new Promise((resolve) => setTimeout(resolve, round * 12));
      const [sent] = await Promise.all([
        send(officer, checked),
        pause.then(() => bench.followHolds()),
      ]);
      const asked = await commands(application.id);
      if (sent.status === 303) {
        // The decision came first: nothing is taken any more.
        expect(asked).toEqual([['release', 'decision']]);
        seen.add('decision');
      } else {
        // The letter spoke of a hold to be cancelled; the officer reads what is true now.
        expect(sent.status).toBe(422);
        expect(asked).toEqual([['capture', 'hold_ending']]);
        expect((await send(officer, sent)).status).toBe(303);
        seen.add('capture');
      }
      await bench.moveMoney(application.id);
      await bench.moveMoney(application.id);
      const states = (await bench.rows('payment_commands', application.id)).map(
        (row) => row['state'],
      );
      // A refund is sent until the bank has confirmed it.
      expect(states.filter((state) => state !== 'settled' && state !== 'sent')).toEqual([]);
      const status = await stateAtPay(providerPaymentId);
      const [refunded] = (await bench.sandbox.control.payments()).filter(
        (one) => one.payment_id === providerPaymentId,
      );
      const isBack = status === 'cancelled' || refunded?.refund_summary.amount_available === 0;
      expect(isBack).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(0);
  }, 60_000);

  it.each(['decision first', 'capture first'])('in either order: %s', async (order) => {
    const { application, providerPaymentId } = await add();
    await wait(110);
    const checked = await checkRejection(officer, application.reference);
    if (order === 'capture first') await bench.followHolds();
    const sent = await send(officer, checked);
    if (order === 'capture first') {
      expect(sent.status).toBe(422);
      expect((await send(officer, sent)).status).toBe(303);
    } else {
      expect(sent.status).toBe(303);
      await bench.followHolds();
    }
    const kinds = (await commands(application.id)).map(([kind]) => kind).sort();
    expect(kinds).toEqual(order === 'capture first' ? ['capture', 'release'] : ['release']);
    await bench.moveMoney(application.id);
    await bench.moveMoney(application.id);
    expect(['cancelled', 'success']).toContain(await stateAtPay(providerPaymentId));
  });

  it('an approval checked before the taking is taken all the same', async () => {
    const { application, providerPaymentId } = await add();
    await wait(110);
    const checked = await officer.get(`/applications/${application.reference}/approval/new`);
    await bench.followHolds();
    const sent = await send(officer, checked);
    const again = sent.status === 422 ? await send(officer, sent) : sent;
    expect(again.status).toBe(303);
    await bench.moveMoney(application.id);
    await bench.moveMoney(application.id);
    expect(await stateAtPay(providerPaymentId)).toBe('success');
  });
});
