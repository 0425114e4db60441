import { PaymentGateway } from '../../../src/payments/payment-gateway.js';
import type { TestBrowser } from '../../support/test-browser.js';
import type { TestStaff } from '../../support/test-application.js';
import { checkRejection, type DecidingBench, send, startDecidingBench } from './deciding-bench.js';

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

const add = (more: Omit<Parameters<DecidingBench['addCase']>[0], 'officerId'> = {}) =>
  bench.addCase({ officerId: officer.staff.id, ...more });

describe('rejecting', () => {
  it('goes from the reasons to the letter to the decision, and releases the held money', async () => {
    const { application, papers } = await add();
    const { reference } = application;
    const reasons = [`paper_too_old:${papers[0]?.id ?? ''}`, 'not_in_zone'];
    const checked = await checkRejection(officer, reference, reasons);
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('cancel the hold of £55');
    const sent = await send(officer, checked);
    expect([sent.status, sent.location]).toEqual([303, `/applications/${reference}/decision`]);

    expect(await bench.rows('decisions', application.id)).toMatchObject([
      { outcome: 'rejected', decided_by: officer.staff.id },
    ]);
    expect(await bench.rows('payment_commands', application.id)).toMatchObject([
      { kind: 'release', state: 'requested', amount_pence: 5500 },
    ]);
    expect(await bench.events(application.id)).toEqual([
      'application-rejected',
      'payment-requested',
      'letter-written',
    ]);
    expect(await bench.waiting(application.id)).toEqual([
      'letter.written',
      'payment.release-requested',
    ]);
  });

  it('sends the very letter that was previewed (U7.1)', async () => {
    const { application } = await add();
    const checked = await checkRejection(officer, application.reference);
    await send(officer, checked);
    const [letter] = await bench.rows('letters', application.id);
    const shown = checked.$('.desk-letter__body').text().replace(/\s+/g, ' ').trim();
    const stored = String(letter?.['body'])
      .replace(/^# /gm, '')
      .replace(/^(?:\*|\d+\.) /gm, '');
    const squeeze = (text: string) => text.replace(/[\s:]+/g, '');
    expect(squeeze(shown)).toBe(squeeze(stored));
    expect(checked.text).toContain(String(letter?.['subject']));
  });

  it('keeps the own words of each paper apart, and asks for them beneath that paper', async () => {
    const { application, papers } = await add();
    const { reference } = application;
    const [first = '', second = ''] = papers.map(({ id }) => id);
    const page = await officer.get(`/applications/${reference}/rejection/new`);
    const ticked = { reasons: [`paper_other:${first}`, `paper_other:${second}`], step: 'check' };
    const refused = await officer.submit(page, {
      ...ticked,
      [`paperWords[${first}]`]: 'It is torn.',
    });
    expect(refused.status).toBe(422);
    expect(refused.$(`.govuk-error-summary a[href="#paper-words-${second}"]`)).toHaveLength(1);
    expect(refused.$(`#paper-words-${first}`).val()).toBe('It is torn.');
    const checked = await officer.submit(refused, {
      ...ticked,
      [`paperWords[${second}]`]: 'A corner is missing.',
    });
    expect(checked.status).toBe(200);
    await send(officer, checked);
    const [letter] = await bench.rows('letters', application.id);
    expect(String(letter?.['body'])).toMatch(/It is torn\.[\s\S]*A corner is missing\./);
  });

  it('saves nothing while the letter is only looked at', async () => {
    const { application } = await add();
    await checkRejection(officer, application.reference);
    expect(await bench.rows('decisions', application.id)).toEqual([]);
    expect(await bench.events(application.id)).toEqual([]);
  });

  it('refunds what was captured, in the letter’s words too', async () => {
    const { application } = await add({ money: 'captured' });
    const checked = await checkRejection(officer, application.reference);
    expect(checked.text).toContain('refund £55');
    await send(officer, checked);
    expect(await bench.rows('payment_commands', application.id)).toMatchObject([
      { kind: 'release' },
    ]);
  });

  it('moves no money for a free application (R-REJ-2)', async () => {
    const { application } = await add({ pence: 0 });
    const checked = await checkRejection(officer, application.reference);
    expect(checked.text).toContain('You were not charged for this application.');
    await send(officer, checked);
    expect(await bench.rows('payment_commands', application.id)).toEqual([]);
    expect(await bench.waiting(application.id)).toEqual(['letter.written']);
  });

  it('frees the place at the property at once (R-LIM-1)', async () => {
    const { application, uprn } = await add();
    await bench.write((tx) =>
      tx.query(
        `INSERT INTO property_slots (uprn, kind, position, application_id, taken_at)
         VALUES (?, 'cap', 1, ?, UTC_TIMESTAMP(3))`,
        [uprn, application.id],
      ),
    );
    await send(officer, await checkRejection(officer, application.reference));
    expect(await bench.rows('property_slots', application.id)).toEqual([]);
  });

  it('attack 025: answers the same form sent again with the first result (R6.5)', async () => {
    const { application } = await add();
    const checked = await checkRejection(officer, application.reference);
    const answers = [
      ...(await Promise.all([send(officer, checked), send(officer, checked)])),
      await send(officer, checked),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await bench.rows('decisions', application.id)).toHaveLength(1);
    expect(await bench.rows('payment_commands', application.id)).toHaveLength(1);
    expect(await bench.rows('letters', application.id)).toHaveLength(1);
  });

  it('tells a second tab who was faster, and keeps what was typed', async () => {
    const { application } = await add();
    const path = `/applications/${application.reference}/rejection/new`;
    const late = await officer.get(path);
    bench.desk.clock.advance({ seconds: 5 });
    await send(officer, await checkRejection(officer, application.reference));
    const answer = await officer.submit(late, {
      reasons: 'other',
      words: 'Words that took me ten minutes.',
      step: 'check',
    });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('already been decided');
    expect(answer.text).toContain('Application rejected');
    expect(answer.text).toContain(officer.staff.name);
    expect(answer.$('textarea').text()).toContain('Words that took me ten minutes.');
  });

  it('refuses whoever does not hold the case, with a page that says so', async () => {
    const { application } = await add();
    const other = await bench.desk.signInAs('supervisor');
    const opened = await other.get(`/applications/${application.reference}/rejection/new`);
    expect(opened.status).toBe(409);
    expect(opened.text).toContain('Another officer holds this case');
  });

  it('shows the letter again when the money moved since (R6.7)', async () => {
    const { application } = await add();
    const checked = await checkRejection(officer, application.reference);
    await bench.desk.database.dataSource.query(
      `UPDATE payments SET state = 'success' WHERE application_id = ?`,
      [application.id],
    );
    const answer = await send(officer, checked);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The money has moved');
    expect(answer.text).toContain('refund £55');
    expect(await bench.rows('decisions', application.id)).toEqual([]);
    expect((await send(officer, answer)).status).toBe(303);
  });

  it('attack 028: sends whoever skips the check back to it', async () => {
    const { application } = await add();
    const form = await officer.get(`/applications/${application.reference}/rejection/new`);
    const answer = await officer.submit(form, { reasons: 'not_in_zone', step: 'send' });
    expect(answer.status).toBe(422);
    expect(answer.$('.desk-letter')).toHaveLength(1);
    expect(await bench.rows('decisions', application.id)).toEqual([]);
  });

  it.each([
    [{ reasons: [] as string[] }, 'Choose at least one reason'],
    [{ reasons: ['other'], words: '  ' }, 'Write the reason in your own words'],
    [{ reasons: ['other'], words: 'a'.repeat(1001) }, '1000 characters or fewer'],
    [{ reasons: ['nonsense:1'] }, 'Choose at least one reason'],
  ])('attack 058: asks again for %j', async (fields, words) => {
    const { application } = await add();
    const form = await officer.get(`/applications/${application.reference}/rejection/new`);
    const answer = await officer.submit(form, { ...fields, step: 'check' });
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
  });

  it('attack 059: warns of words about another case of the day, and sends them all the same', async () => {
    const named = { applicantName: 'Morgan Specimen', registration: 'LG09RVK' };
    const other = await add({ change: (it) => it.with(named) });
    await officer.get(`/applications/${other.application.reference}`);
    await officer.get(`/applications/${other.application.reference}/evidence/1`);
    const { application } = await add();
    const form = await officer.get(`/applications/${application.reference}/rejection/new`);
    const words = 'Morgan Specimen, your LG09 RVK is kept elsewhere.';
    const warningsFor = async (typed: string) => {
      const fields = { reasons: ['other'], words: typed, step: 'check' };
      return officer.submit(form, fields);
    };
    const checked = await warningsFor(words);
    const told = checked.$('.govuk-warning-text').text();
    expect([checked.status, told.split(other.application.reference).length]).toEqual([200, 3]);
    expect(told).toContain('the name of the applicant');
    const plain = await warningsFor('Your car is kept elsewhere.');
    expect(plain.$('.govuk-warning-text')).toHaveLength(0);
    expect((await send(officer, checked)).status).toBe(303);
  });

  it('reaches the payment service from no page: the web process has no gateway', async () => {
    expect(() => bench.desk.app.get(PaymentGateway, { strict: false })).toThrow();
    const { application, providerPaymentId } = await add();
    const filter = { service: 'pay', paymentId: providerPaymentId ?? '' };
    const before = (await bench.sandbox.control.log(filter)).length;
    await send(officer, await checkRejection(officer, application.reference));
    expect(await bench.sandbox.control.log(filter)).toHaveLength(before);
  });
});
