import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { subscriptions } from '../../../src/subscriptions.js';
import { DatabaseOutbox, Outbox } from '../../../src/platform/outbox/outbox.js';
import {
  aNotice,
  CARD_OF_NOTICES,
  newNoticeId,
  NOTICE_SECRET,
  signatureOf,
} from '../../builders/a-notice.js';
import { type NoticeBench, startNoticeBench } from './notice-bench.js';

/** Fails as often as it is told, like a database that goes away in the middle. */
class FailingOutbox extends DatabaseOutbox {
  failures = 0;

  override async enqueue(...given: Parameters<DatabaseOutbox['enqueue']>): Promise<void> {
    await super.enqueue(...given);
    if (this.failures-- > 0) throw new Error('The outbox went away.');
  }
}

const outbox = new FailingOutbox(subscriptions);
let bench: NoticeBench;
beforeAll(async () => {
  bench = await startNoticeBench({ overrides: [{ provide: Outbox, use: outbox }] });
}, 120_000);
afterAll(() => bench.stop());

const jobsFor = (id: string) =>
  bench.rows(
    `SELECT id FROM outbox_jobs WHERE message_type = 'payment.noticed'
        AND subject_id IN (SELECT id FROM payments WHERE application_id = ?)`,
    [id],
  );
const stateOf = async (applicationId: string) =>
  (
    await bench.rows<{ state: string }>('SELECT state FROM payments WHERE application_id = ?', [
      applicationId,
    ])
  )[0]?.state;

describe('a notice of the payment service', () => {
  it('is kept without what it says, and asks once for the payment to be read', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    const id = newNoticeId();
    const body = aNotice({ id, paymentId: providerPaymentId });
    expect(await bench.tell(body)).toBe(204);
    const [row] = await bench.rows('SELECT * FROM webhook_inbox WHERE message_id = ?', [id]);
    expect(row).toMatchObject({
      ...{ source: 'govuk-pay', event_type: 'card_payment_captured', result: 'payment_read' },
      provider_payment_id: providerPaymentId,
    });
    expect(await jobsFor(application.id)).toHaveLength(1);
    const everything = `${await bench.kept()}${bench.logged()}`;
    for (const secret of [...Object.values(CARD_OF_NOTICES), 'payer@example.com', 'LE11 5ZZ']) {
      expect([secret, everything.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('moves nothing by itself: the payment is as the provider says when it is read', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    expect(
      await bench.tell(aNotice({ paymentId: providerPaymentId, status: 'failed', amount: 1 })),
    ).toBe(204);
    await bench.workersTurn();
    expect(await stateOf(application.id)).toBe('capturable');
  });

  it.each(['webhook_message_id', 'id', 'both'] as const)(
    'is known by its id under the name %s',
    async (idField) => {
      const { application, providerPaymentId } = await bench.addCase();
      const body = aNotice({ paymentId: providerPaymentId, idField });
      expect([await bench.tell(body), await bench.tell(body)]).toEqual([204, 204]);
      expect(await jobsFor(application.id)).toHaveLength(1);
    },
  );

  it('is one row and one job, or neither, and is taken when it is sent again', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    const body = aNotice({ paymentId: providerPaymentId });
    const before = await bench.kept();
    outbox.failures = 1;
    expect(await bench.tell(body)).toBe(500);
    expect(await bench.kept()).toBe(before);
    expect(await bench.tell(body)).toBe(204);
    expect(await jobsFor(application.id)).toHaveLength(1);
  });

  it('is taken as the stand-in of the payment service sends it, one after the other and at once', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    const { control } = bench.sandbox;
    const webhookUrl = `${bench.desk.url}/webhooks/pay`;
    await control.changeSettings({ webhookUrl, webhookSecret: NOTICE_SECRET, webhooksHeld: true });
    const made = await control.makeWebhook({
      paymentId: providerPaymentId,
      eventType: 'card_payment_captured',
    });
    expect(await control.deliverWebhooks([made.id, made.id])).toEqual([204, 204]);
    expect(await control.deliverWebhooks([made.id, made.id, made.id], true)).toEqual([
      204, 204, 204,
    ]);
    expect(await jobsFor(application.id)).toHaveLength(1);
  });

  it('about something else than a payment is noted and nothing more', async () => {
    const body = aNotice({ paymentId: newNoticeId(), resourceType: 'agreement' });
    const findings = 'SELECT id FROM webhook_findings';
    const before = await bench.rows(findings);
    expect(await bench.tell(body)).toBe(204);
    expect(await bench.rows(findings)).toEqual(before);
    expect(
      await bench.rows(`SELECT result FROM webhook_inbox WHERE result = 'not_a_payment'`),
    ).toHaveLength(1);
  });

  it('of an event that is new at the provider is a reason to read like any other', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    const body = aNotice({ paymentId: providerPaymentId, event: 'card_payment_disputed' });
    expect(await bench.tell(body)).toBe(204);
    expect(await jobsFor(application.id)).toHaveLength(1);
  });

  it('is answered while the provider hangs and another one is being read', async () => {
    await bench.workersTurn();
    const { application, providerPaymentId } = await bench.addCase();
    const hung = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(hung, 'listening');
    const { settings } = bench.desk;
    const real = settings.PAY_URL;
    settings.PAY_URL = `http://127.0.0.1:${(hung.address() as AddressInfo).port}`;
    try {
      expect(await bench.tell(aNotice({ paymentId: providerPaymentId }))).toBe(204);
      const asked = once(hung, 'request');
      const turn = bench.workersTurn();
      await asked;
      expect(await bench.tell(aNotice({ paymentId: providerPaymentId }))).toBe(204);
      hung.closeAllConnections();
      await turn;
    } finally {
      settings.PAY_URL = real;
      hung.close();
    }
    expect(await stateOf(application.id)).not.toBe('success');
    await bench.capture(providerPaymentId);
    await bench.rows(`UPDATE outbox_jobs SET due_at = UTC_TIMESTAMP(3) WHERE state = 'waiting'`);
    await bench.workersTurn();
    expect(await stateOf(application.id)).toBe('success');
  });

  it('is read anew: an older reading whose answer comes late takes nothing back', async () => {
    await bench.workersTurn();
    const { application, providerPaymentId: paymentId } = await bench.addCase();
    const late = { service: 'pay', operation: 'read', fault: 'delay-answer' } as const;
    await bench.sandbox.control.addFault({ ...late, paymentId, delayMs: 3000 });
    await bench.tell(aNotice({ paymentId, event: 'card_payment_started' }));
    const older = bench.workersTurn();
    await readingBegan(bench.sandbox.url);
    await bench.capture(paymentId);
    await bench.tell(aNotice({ paymentId }));
    await bench.workersTurn();
    expect(await stateOf(application.id)).toBe('success');
    await older;
    expect(await stateOf(application.id)).toBe('success');
  });
});

/** The stand-in has taken its fault: what it will answer is fixed. */
async function readingBegan(sandboxUrl: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${sandboxUrl}/control/faults`);
    const { faults } = (await answer.json()) as { faults: unknown[] };
    if (faults.length === 0) return;
  }
}

describe('the secret that notices are signed with', () => {
  it('is changed with an overlap: the one before counts until its instant, and no longer', async () => {
    const [current, previous] = ['the new secret of the webhook', 'the old secret of the webhook'];
    const until = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
    const rotating = await startNoticeBench({
      settings: {
        PAY_WEBHOOK_SECRET: current,
        PAY_WEBHOOK_PREVIOUS_SECRET: previous,
        PAY_WEBHOOK_PREVIOUS_UNTIL: until,
      },
    });
    const signedWith = async (secret: string) => {
      const body = aNotice({ paymentId: newNoticeId() });
      return rotating.tell(body, { 'pay-signature': signatureOf(body, secret) });
    };
    try {
      expect([await signedWith(current), await signedWith(previous)]).toEqual([204, 204]);
      rotating.desk.clock.set(new Date(Date.parse(until) - 1));
      expect(await signedWith(previous)).toBe(204);
      rotating.desk.clock.set(new Date(until));
      expect([await signedWith(current), await signedWith(previous)]).toEqual([204, 401]);
    } finally {
      await rotating.stop();
    }
  }, 120_000);
});
