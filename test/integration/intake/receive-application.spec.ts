import { pdf, photo } from '../files/sample-files.js';
import { aBody, inZone, type IntakeDesk, paymentId, startIntakeDesk } from './intake-desk.js';

let desk: IntakeDesk;
beforeAll(async () => void (desk = await startIntakeDesk()));
afterAll(() => desk.stop());

describe('an application by JSON', () => {
  it('is kept whole, with its payment, event, slot and receipt, in one go', async () => {
    const uprn = await inZone(desk);
    const body = aBody(uprn);
    const answer = await desk.send(body);
    expect(answer.body).toMatchObject({ status: 'submitted' });
    expect(answer.status).toBe(201);
    const reference = answer.body.reference ?? '';
    expect(reference).toMatch(/^PD-\w{4}-\w{4}$/);
    expect(answer.headers.get('location')).toBe(`/api/v1/applications/${reference}`);
    expect(answer.body['hints']).toEqual([
      { code: 'paper_missing', words: expect.stringContaining('paper') as string },
    ]);
    const [row] = await desk.rows('SELECT * FROM applications WHERE reference = ?', [reference]);
    expect(row).toMatchObject({
      version: 1,
      status: 'submitted',
      client_id: desk.client.id,
      uprn,
      zone_code: 'Z900',
      registration: 'AB12CDE',
      vehicle_class: 'car',
      price_pence: 5500,
      start_on: '2026-12-01',
    });
    const id = row?.['id'];
    const types = await desk.rows<{ type: string }>(
      'SELECT type FROM timeline_events WHERE application_id = ? ORDER BY type',
      [id],
    );
    expect(types.map(({ type }) => type)).toEqual(['application-received', 'letter-written']);
    const [payment] = await desk.rows('SELECT * FROM payments WHERE application_id = ?', [id]);
    expect(payment).toMatchObject({ amount_pence: 5500, state: 'created', state_read_at: null });
    const [letter] = await desk.rows('SELECT * FROM letters WHERE application_id = ?', [id]);
    expect(letter).toMatchObject({ kind: 'application_received', recipient: 'priya@example.com' });
    const jobs = await desk.rows<{ job: string }>(
      'SELECT job FROM outbox_jobs WHERE subject_id = ?',
      [id],
    );
    expect(jobs.map(({ job }) => job)).toEqual(['read-payment', 'ask-vehicle-register']);
    const slots = await desk.rows('SELECT kind FROM property_slots WHERE application_id = ?', [id]);
    expect(slots).toEqual([{ kind: 'cap' }]);
  });

  it('gives the same answer when it is sent again, and 409 when something differs', async () => {
    const uprn = await inZone(desk);
    const body = aBody(uprn);
    const first = await desk.send(body);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    const again = await desk.send(reordered);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await desk.send({ ...body, durationMonths: 6 });
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({ applicationReference: first.body.reference });
    desk.clock.advance({ days: 60 });
    const late = await desk.send(body);
    expect([late.status, late.body]).toEqual([200, first.body]);
    desk.clock.set('2026-11-20T10:00:00Z');
  });

  it('is one application when it is sent 20 times at once', async () => {
    const body = aBody(await inZone(desk));
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.send(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map((answer) => answer.body.reference)).size).toBe(1);
    const kept = await desk.rows('SELECT id FROM applications WHERE client_reference = ?', [
      body['clientReference'],
    ]);
    expect(kept).toHaveLength(1);
  });

  it('tells every fault at once, in plain words and where it is', async () => {
    const answer = await desk.send({
      ...aBody('999'),
      permitType: 'spaceship',
      applicant: { name: 7, email: 'nobody', contactPreference: 'text' },
      vehicle: { registration: 'FY64BB0', keeperName: '', keeperKind: 'stolen' },
      startOn: '2026-02-31',
      durationMonths: '12',
      extra: true,
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const seen = (answer.body.faults ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();
    expect(seen).toEqual([
      '/applicant/email not_an_email',
      '/applicant/mobile needed_for_contact',
      '/applicant/name must_be_text',
      '/durationMonths must_be_a_whole_number',
      '/extra unknown_field',
      '/permitType unknown_permit_type',
      '/property/uprn unknown_property',
      '/startOn not_a_date',
      '/vehicle/keeperKind not_one_of',
      '/vehicle/keeperName empty',
      '/vehicle/registration not_a_registration',
    ]);
    const mistyped = answer.body.faults?.find(({ code }) => code === 'not_a_registration');
    expect(mistyped?.suggestions).toEqual(['FY64 BBO']);
  });

  it('never takes a payment twice, nor another amount than the price', async () => {
    const payment = { providerPaymentId: paymentId(), amountPence: 5500 };
    const uprn = await inZone(desk);
    expect((await desk.send(aBody(uprn, { payment }))).status).toBe(201);
    const codes = async (changes: Record<string, unknown>) =>
      (await desk.send(aBody(uprn, changes))).body.faults?.map(({ code }) => code);
    expect(await codes({ payment })).toEqual(['payment_already_used']);
    expect(
      await codes({ payment: { ...payment, providerPaymentId: paymentId(), amountPence: 1 } }),
    ).toEqual(['not_the_price']);
    expect(await codes({ payment: null })).toEqual(['payment_needed']);
    expect(await codes({ durationMonths: 7 })).toEqual(['term_not_offered']);
  });
});

describe('the free permit and the cap of a property', () => {
  const disabled = (uprn: string) =>
    aBody(uprn, { permitType: 'disabled_resident', payment: null });

  it('attack 035: goes to one of two at once; the other is asked to pay (R-FREE-2)', async () => {
    const uprn = await inZone(desk);
    const answers = await Promise.all([desk.send(disabled(uprn)), desk.send(disabled(uprn))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.body.faults).toHaveLength(1);
    expect(refused?.body.faults?.[0]).toMatchObject({
      pointer: '/payment',
      code: 'payment_needed',
    });
    expect(refused?.body.faults?.[0]?.words).toContain('£55');
    const paid = await desk.send({
      ...disabled(uprn),
      payment: { providerPaymentId: paymentId(), amountPence: 5500 },
    });
    expect(paid.status).toBe(201);
    expect((paid.body['hints'] as { code: string }[]).map(({ code }) => code)).toContain(
      'free_slot_used',
    );
  });

  it('takes no money for what is free', async () => {
    const uprn = await inZone(desk);
    const payment = { providerPaymentId: paymentId(), amountPence: 5500 };
    const answer = await desk.send({ ...disabled(uprn), payment });
    expect(answer.body.faults?.map(({ code }) => code)).toEqual(['nothing_to_pay']);
  });

  it('lets one of two at once have the last place; the other gets a hint and no refusal (R-LIM-1)', async () => {
    const uprn = await inZone(desk);
    await desk.send(aBody(uprn));
    const answers = await Promise.all([desk.send(aBody(uprn)), desk.send(aBody(uprn))]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const atCap = answers.filter(({ body }) =>
      (body['hints'] as { code: string }[]).some(({ code }) => code === 'at_cap'),
    );
    expect(atCap).toHaveLength(1);
    const slots = await desk.rows(
      `SELECT position FROM property_slots WHERE uprn = ? AND kind = 'cap'`,
      [uprn],
    );
    expect(slots).toHaveLength(2);
  });

  it('is not asked about outside any zone, which is a hint (R-ELIG-1)', async () => {
    const answer = await desk.send(aBody(await inZone(desk, null)));
    expect(answer.status).toBe(201);
    const codes = (answer.body['hints'] as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('not_in_zone');
    expect(codes).not.toContain('at_cap');
  });
});

describe('an application with its papers', () => {
  it('keeps each paper encrypted, in the order sent, and misses none', async () => {
    const answer = await desk.sendWith(aBody(await inZone(desk)), [
      ['utility_bill', await pdf(2), 'bill.pdf'],
      ['v5c', await photo(), 'v5c.jpg'],
    ]);
    expect(answer.body).toMatchObject({ status: 'submitted', hints: [] });
    const papers = await desk.rows(
      `SELECT p.position, p.kind, p.content_type, COUNT(g.page_number) AS pages
         FROM evidence_papers p JOIN applications a ON a.id = p.application_id
         JOIN evidence_pages g ON g.paper_id = p.id
        WHERE a.reference = ? GROUP BY p.id ORDER BY p.position`,
      [answer.body.reference],
    );
    expect(papers.map((paper) => ({ ...paper, pages: Number(paper['pages']) }))).toEqual([
      { position: 1, kind: 'utility_bill', content_type: 'application/pdf', pages: 2 },
      { position: 2, kind: 'v5c', content_type: 'image/jpeg', pages: 1 },
    ]);
    expect(await desk.quarantineEmpties()).toEqual([]);
  });

  it('keeps its files once when it is sent five times at once', async () => {
    const before = desk.storedFiles().length;
    const body = aBody(await inZone(desk));
    const bill = await pdf(2);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => desk.sendWith(body, [['utility_bill', bill, 'bill.pdf']])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    // The original and its two pages.
    expect(desk.storedFiles()).toHaveLength(before + 3);
    expect(await desk.quarantineEmpties()).toEqual([]);
  });

  it('leaves no file behind when anything is refused', async () => {
    const before = desk.storedFiles().length;
    const bill = await pdf();
    const answer = await desk.sendWith({ ...aBody(await inZone(desk)), payment: null }, [
      ['utility_bill', bill, 'bill.pdf'],
      ['utility_bill', bill, 'bill again.pdf'],
      ['v5c', Buffer.from('<html>'), 'v5c.jpg'],
      ['bank_statement', Buffer.alloc(0), 'empty.pdf'],
      ['passport', await photo(), 'me.jpg'],
    ]);
    expect(answer.status).toBe(422);
    const seen = (answer.body.faults ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    expect(seen.sort()).toEqual([
      '/evidence/bank_statement file_refused',
      '/evidence/passport unknown_paper_kind',
      '/evidence/utility_bill already_added',
      '/evidence/v5c file_refused',
      '/payment payment_needed',
    ]);
    expect(desk.storedFiles()).toHaveLength(before);
    expect(await desk.quarantineEmpties()).toEqual([]);
  });

  it('is the same again only with the same files', async () => {
    const body = aBody(await inZone(desk));
    const bill = await pdf();
    const first = await desk.sendWith(body, [['utility_bill', bill, 'bill.pdf']]);
    const stored = desk.storedFiles().length;
    const again = await desk.sendWith(body, [['utility_bill', bill, 'other name.pdf']]);
    const other = await desk.sendWith(body, [['bank_statement', bill, 'bill.pdf']]);
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409]);
    expect(desk.storedFiles()).toHaveLength(stored);
  });
});
