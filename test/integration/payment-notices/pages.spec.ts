import { aNotice, newNoticeId } from '../../builders/a-notice.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type NoticeBench, startNoticeBench } from './notice-bench.js';

let bench: NoticeBench;
let supervisor: TestBrowser & { staff: { id: string; name: string } };
beforeAll(async () => {
  bench = await startNoticeBench();
  supervisor = await bench.desk.signInAs('supervisor');
}, 120_000);
afterAll(() => bench.stop());

async function anOrphan(): Promise<{ paymentId: string; path: string }> {
  const paymentId = newNoticeId();
  await bench.tell(aNotice({ paymentId }));
  const [row] = await bench.rows<{ id: string }>(
    'SELECT id FROM webhook_findings WHERE provider_payment_id = ?',
    [paymentId],
  );
  return { paymentId, path: `/payment-notices/findings/${row?.id ?? 'none'}` };
}

describe('the page of payment notices', () => {
  it('shows what came, with the case and what was done', async () => {
    const { application, providerPaymentId } = await bench.addCase();
    await bench.tell(aNotice({ paymentId: providerPaymentId }));
    const rowOf = async () => {
      const page = await supervisor.get('/payment-notices');
      return page.$(`tr:contains("${providerPaymentId}")`).text().replace(/\s+/g, ' ');
    };
    expect(await rowOf()).toMatch(
      new RegExp(`Money taken ${application.reference} .* The payment waits to be read`),
    );
    await bench.workersTurn();
    expect(await rowOf()).toContain('The payment was read again');
  });

  it('leads to what a person must look into, and My work counts it', async () => {
    const { paymentId, path } = await anOrphan();
    const list = await supervisor.get('/payment-notices');
    expect(list.$(`a[href="${path}"]`).text()).toContain('No case has this payment');
    const work = await supervisor.get('/my-work');
    expect(work.$('a[href="/payment-notices"]').text()).toMatch(/^\d+ notices?$/);
    const page = await supervisor.get(path);
    expect(page.$('main').text()).toContain(paymentId);
  });

  it('leads from two notices under one id to the case', async () => {
    const { application, providerPaymentId: paymentId } = await bench.addCase();
    const id = newNoticeId();
    await bench.tell(aNotice({ paymentId, id }));
    await bench.tell(aNotice({ paymentId, id, event: 'card_payment_settled' }));
    const list = await supervisor.get('/payment-notices');
    const path = list.$('a:contains("Two different notices under one number")').attr('href') ?? '';
    const page = await supervisor.get(path);
    expect(page.$(`a[href="/applications/${application.reference}"]`)).toHaveLength(1);
  });

  it('keeps who looked into it and what came of it; the first answer stands', async () => {
    const { path } = await anOrphan();
    const drawn = await supervisor.get(path);
    const none = await supervisor.submit(drawn, { reason: '  ' });
    expect([none.status, none.$('.govuk-error-summary').text()]).toEqual([
      422,
      expect.stringContaining('Say what you found'),
    ]);
    const long = await supervisor.submit(drawn, { reason: 'x'.repeat(501) });
    expect([long.status, long.$('textarea').text()]).toEqual([422, 'x'.repeat(501)]);
    const sent = await supervisor.submit(drawn, { reason: 'A payment for a visitor permit.' });
    expect([sent.status, sent.location]).toEqual([303, '/payment-notices']);
    const colleague = await bench.desk.signInAs('supervisor');
    const late = await colleague.post(`${path}/outcome`, { reason: 'Something else.' });
    expect([late.status, late.location]).toEqual([303, path]);
    const page = await colleague.get(path);
    expect(page.$('form textarea')).toHaveLength(0);
    expect(page.$('main').text()).toContain('A payment for a visitor permit.');
    expect(page.$('main').text()).toContain(supervisor.staff.name);
    expect(page.$('main').text()).not.toContain('Something else.');
  });

  it('lets nobody close what is about the payment of his own case (R-COI-1)', async () => {
    const { application, providerPaymentId: paymentId } = await bench.addCase();
    const id = newNoticeId();
    await bench.tell(aNotice({ paymentId, id }));
    await bench.tell(aNotice({ paymentId, id, event: 'card_payment_settled' }));
    const own = await bench.desk.signInAs('supervisor');
    await bench.rows('UPDATE applications SET applicant_email = ? WHERE id = ?', [
      own.staff.email,
      application.id,
    ]);
    const open = 'SELECT id, settled_at AS at FROM webhook_findings WHERE provider_payment_id = ?';
    const [finding] = await bench.rows<{ id: string }>(open, [paymentId]);
    const path = `/payment-notices/findings/${finding?.id}/outcome`;
    const refused = await own.post(path, { reason: 'All is well.' });
    expect([refused.status, await bench.rows(open, [paymentId])]).toEqual([
      403,
      [{ id: finding?.id, at: null }],
    ]);
    expect((await supervisor.post(path, { reason: 'Sent twice by Pay.' })).status).toBe(303);
  });

  it('asks again when more comes about a payment that was looked into', async () => {
    const { paymentId, path } = await anOrphan();
    await supervisor.post(`${path}/outcome`, { reason: 'Nothing was taken.' });
    await bench.tell(aNotice({ paymentId, event: 'card_payment_settled' }));
    const open = await bench.rows(
      'SELECT id FROM webhook_findings WHERE provider_payment_id = ? AND settled_at IS NULL',
      [paymentId],
    );
    expect(open).toHaveLength(1);
  });

  it('is for supervisors', async () => {
    const { path } = await anOrphan();
    for (const role of ['officer', 'support', 'administrator', 'auditor'] as const) {
      const other = await bench.desk.signInAs(role);
      const answers = [
        await other.get('/payment-notices'),
        await other.get(path),
        await other.post(`${path}/outcome`, { reason: 'Mine.' }),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403, 403]);
    }
    expect((await supervisor.get(`/payment-notices/findings/${newNoticeId()}`)).status).toBe(404);
  });
});
