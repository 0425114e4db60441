import { gzipSync } from 'node:zlib';
import { MatchOrphansTask } from '../../../src/payment-notices/match-orphans.task.js';
import { ForgetNoticesTask } from '../../../src/payment-notices/forget-notices.task.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aNotice, newNoticeId, signatureOf } from '../../builders/a-notice.js';
import { type NoticeBench, type Sent, startNoticeBench } from '../payment-notices/notice-bench.js';

/** Rows 66 to 75 of the catalogue, at the address that GOV.UK Pay sends its notices to. */

let bench: NoticeBench;
let paymentId: string;
let applicationId: string;
beforeAll(async () => {
  bench = await startNoticeBench();
  const { application, providerPaymentId } = await bench.addCase();
  [paymentId, applicationId] = [providerPaymentId, application.id];
}, 120_000);
afterAll(() => bench.stop());

type Try = [row: number, what: string, body: string | Buffer, headers: Sent, status: number];

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const deep = '['.repeat(10_000) + ']'.repeat(10_000);
const KIND = 'content-type';
const SIGNATURE = 'pay-signature';

/** Each row of attempts, made of a good notice that is about a payment of ours. */
function attempts(): Try[] {
  const good = aNotice({ paymentId });
  const signature = signatureOf(good);
  const respaced = JSON.stringify(JSON.parse(good), null, 1);
  const packed = gzipSync(good);
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  const marked = Buffer.concat([MARK, Buffer.from(good)]);
  const large = aNotice({ paymentId, more: { padding: 'x'.repeat(1_100_000) } });
  const nested = `${good.slice(0, -1)},"deep":${deep}}`;
  const twice = `${good.slice(0, -1)},"resource_id":"another"}`;
  return [
    [66, 'no signature', good, { [SIGNATURE]: null }, 401],
    [66, 'an empty signature', good, { [SIGNATURE]: '' }, 401],
    [66, 'a wrong signature', good, { [SIGNATURE]: '0'.repeat(64) }, 401],
    [66, 'the signature of another secret', good, { [SIGNATURE]: signatureOf(good, 'x') }, 401],
    [66, 'a signature cut short', good, { [SIGNATURE]: signature.slice(0, 62) }, 401],
    [66, 'a signature in capitals', good, { [SIGNATURE]: signature.toUpperCase() }, 401],
    [66, 'a signature with a prefix', good, { [SIGNATURE]: `sha256=${signature}` }, 401],
    [66, 'the right signature twice', good, { [SIGNATURE]: [signature, signature] }, 401],
    [66, 'an empty body, signed', '', {}, 401],
    [66, 'a byte order mark, signed with it', marked, {}, 401],
    [66, 'a byte order mark, signed without it', marked, { [SIGNATURE]: signature }, 401],
    [66, 'a body packed after it was signed', packed, packedAs(signature), 401],
    [66, 'a body signed after it was packed', packed, packedAs(signatureOf(packed)), 401],
    [67, 'the same JSON with other blanks', respaced, { [SIGNATURE]: signature }, 401],
    [73, '1.1 MB', large, {}, 413],
    [73, '1.1 MB that says it is less', large, { 'content-length': null, ...CHUNKED }, 413],
    [73, 'a packed 50 MB, signed', bomb, packedAs(signatureOf(bomb)), 401],
    [73, 'no JSON, signed', 'webhook_message_id=1', {}, 400],
    [73, 'half a JSON, signed', good.slice(0, -2), {}, 400],
    [73, 'no text, signed', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}, 400],
    [73, 'a list, signed', '[]', {}, 400],
    [73, '10,000 lists in each other, signed', deep, {}, 400],
    [73, 'a notice with 10,000 lists in each other, signed', nested, {}, 400],
    [73, 'a name twice, signed', twice, {}, 400],
    [73, 'an id that is no text', aNotice({ paymentId, more: { webhook_message_id: 7 } }), {}, 400],
    [73, 'an id without end', aNotice({ paymentId, id: 'a'.repeat(65) }), {}, 400],
    [73, 'no payment id', aNotice({ paymentId: '' }), {}, 400],
    [75, 'a form', good, { [KIND]: 'application/x-www-form-urlencoded' }, 415],
    [75, 'plain text', good, { [KIND]: 'text/plain' }, 415],
    [75, 'JSON in UTF-16', good, { [KIND]: 'application/json; charset=utf-16' }, 415],
    [75, 'no kind', good, { [KIND]: null }, 415],
  ];
}

const CHUNKED: Sent = { 'transfer-encoding': 'chunked' };

function packedAs(signature: string): Sent {
  return { 'content-encoding': 'gzip', [SIGNATURE]: signature };
}

const jobs = () =>
  bench.rows(
    `SELECT id FROM outbox_jobs WHERE message_type = 'payment.noticed'
        AND subject_id IN (SELECT id FROM payments WHERE application_id = ?)`,
    [applicationId],
  );

describe('what is sent in the name of the payment service', () => {
  it('is answered as the catalogue says, and leaves nothing behind', async () => {
    const before = await bench.kept();
    for (const [row, what, body, headers, status] of attempts()) {
      expect([row, what, await bench.tell(body, headers)]).toEqual([row, what, status]);
      expect([row, what, await bench.kept()]).toEqual([row, what, before]);
    }
  });

  it('attack 075: is only ever posted', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(`${bench.desk.url}/webhooks/pay`, { method });
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });

  it('needs no session and no page of ours, and gains nothing by one', async () => {
    const supervisor = await bench.desk.signInAs('supervisor');
    const own = { origin: bench.desk.url, 'sec-fetch-site': 'same-origin' };
    const headers = { ...own, 'content-type': 'application/json' };
    const answer = await supervisor.send('POST', '/webhooks/pay', {
      ...{ headers, body: aNotice({ paymentId }) },
    });
    expect(answer).toMatchObject({ status: 401, text: '' });
    expect(await bench.tell(aNotice({ paymentId }), { origin: 'https://elsewhere.example' })).toBe(
      204,
    );
  });

  it('attack 066: raises the alarm in the log at the fifth that is not believed', async () => {
    const fresh = await startNoticeBench();
    const alarms = () => fresh.logged().split('"alarm":"payment-notices-refused"').length - 1;
    const wrong = () => fresh.tell(aNotice({ paymentId }), { [SIGNATURE]: '0'.repeat(64) });
    try {
      for (let tries = 1; tries < 5; tries += 1) await wrong();
      expect(alarms()).toBe(0);
      await wrong();
      expect(alarms()).toBe(1);
      fresh.desk.clock.advance({ hours: 1 });
      for (let tries = 1; tries < 5; tries += 1) await wrong();
      expect(alarms()).toBe(1);
      expect(await fresh.rows('SELECT id FROM webhook_inbox')).toEqual([]);
    } finally {
      await fresh.stop();
      bench.listen();
    }
  }, 120_000);

  it('attack 068: fifty times at once is taken once, and answered fifty times', async () => {
    const body = aNotice({ paymentId });
    const before = await jobs();
    const answers = await Promise.all(Array.from({ length: 50 }, () => bench.tell(body)));
    expect(answers).toEqual(Array(50).fill(204));
    expect(await jobs()).toHaveLength(before.length + 1);
    expect(await bench.rows('SELECT id FROM webhook_findings')).toEqual([]);
  });

  it('attack 069: with an id that was used for another body is kept for a person', async () => {
    const id = newNoticeId();
    const event = 'card_payment_refunded';
    expect(await bench.tell(aNotice({ id, paymentId }))).toBe(204);
    const before = [await jobs(), await bench.rows('SELECT * FROM webhook_inbox')];
    const other = aNotice({ id, paymentId, event });
    const answers = await Promise.all(Array.from({ length: 20 }, () => bench.tell(other)));
    expect(answers).toEqual(Array(20).fill(204));
    expect([await jobs(), await bench.rows('SELECT * FROM webhook_inbox')]).toEqual(before);
    const found = await bench.rows(
      'SELECT kind, event_type FROM webhook_findings WHERE message_id = ?',
      [id],
    );
    expect(found).toEqual([{ kind: 'conflict', event_type: event }]);
    expect(bench.logged().includes('"alarm":"payment-notice-conflict"')).toBe(true);
  });

  it('attack 071: about a payment we do not know is kept for a person, until its case arrives', async () => {
    const { providerPaymentId } = await lateCase();
    const unknown = newNoticeId();
    for (const about of [providerPaymentId, unknown, unknown]) {
      expect(await bench.tell(aNotice({ paymentId: about }))).toBe(204);
    }
    const open = () =>
      bench.rows(
        `SELECT provider_payment_id FROM webhook_findings
          WHERE kind = 'orphan' AND settled_at IS NULL ORDER BY provider_payment_id`,
      );
    const both = [providerPaymentId, unknown].sort();
    expect(await open()).toEqual(both.map((one) => ({ provider_payment_id: one })));
    await arrive(providerPaymentId);
    await new MatchOrphansTask(bench.desk.app.get(UnitOfWork), bench.desk.app.get(Clock)).run();
    expect(await open()).toEqual([{ provider_payment_id: unknown }]);
    expect(
      await bench.rows('SELECT id FROM webhook_inbox WHERE result = ?', ['orphan']),
    ).toHaveLength(3);
  });

  it('attack 072: about a payment of another amount leads to a look that blocks the approval', async () => {
    const { application, providerPaymentId } = await bench.addCase(2750);
    await bench.rows('UPDATE payments SET amount_pence = 5500 WHERE application_id = ?', [
      application.id,
    ]);
    expect(await bench.tell(aNotice({ paymentId: providerPaymentId }))).toBe(204);
    await bench.workersTurn();
    const events = await bench.rows(
      `SELECT payload FROM timeline_events WHERE application_id = ? AND type = 'payment-differs'`,
      [application.id],
    );
    expect(events).toHaveLength(1);
    const supervisor = await bench.desk.signInAs('supervisor');
    const page = await supervisor.get(`/applications/${application.reference}`);
    expect(page.text).toContain('The payment service holds another sum');
  });

  it('attack 074: signed long ago and sent again after a later state takes nothing back', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    const old = aNotice({ paymentId: providerPaymentId, status: 'created' });
    const state = async () =>
      (
        await bench.rows('SELECT state FROM payments WHERE application_id = ?', [application.id])
      )[0];
    expect(await bench.tell(old)).toBe(204);
    await bench.workersTurn();
    await bench.capture(providerPaymentId);
    await bench.tell(aNotice({ paymentId: providerPaymentId }));
    await bench.workersTurn();
    expect(await state()).toEqual({ state: 'success' });
    const { desk } = bench;
    desk.clock.advance({ days: 30 });
    const task = new ForgetNoticesTask(
      desk.app.get(UnitOfWork),
      desk.app.get(Settings),
      desk.clock,
    );
    await task.run();
    const before = await bench.kept();
    expect(await bench.tell(old)).toBe(204);
    expect(await bench.kept()).toBe(before);
    // Once it is forgotten that it came, it is only another reason to read what is true.
    desk.clock.advance({ days: 61 });
    await task.run();
    expect(await bench.rows('SELECT id FROM webhook_inbox')).toEqual([]);
    expect(await bench.tell(old)).toBe(204);
    await bench.workersTurn();
    expect(await state()).toEqual({ state: 'success' });
  });
});

/** A payment at the provider whose application is still on its way. */
async function lateCase(): Promise<{ providerPaymentId: string }> {
  const made = await bench.sandbox.control.makePayment({
    amount: 5500,
    state: 'held',
    reference: 'late',
  });
  return { providerPaymentId: made.payment_id };
}

async function arrive(providerPaymentId: string): Promise<void> {
  const { application } = await bench.addCase();
  await bench.rows('UPDATE payments SET provider_payment_id = ? WHERE application_id = ?', [
    providerPaymentId,
    application.id,
  ]);
}
