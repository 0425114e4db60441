import { randomUUID } from 'node:crypto';
import { type ConflictDesk, mainText, startConflictDesk } from './conflict-desk.js';

let bench: ConflictDesk;
beforeAll(async () => {
  bench = await startConflictDesk();
});
afterAll(() => bench.desk.stop());

const form = (fields: Record<string, string>) => ({
  formId: randomUUID(),
  step: 'save',
  whose: 'mine',
  ...fields,
});

describe('my interests', () => {
  it('are declared one by one, each shown as people read it', async () => {
    const officer = await bench.desk.signInAs('officer');
    const { uprn } = await bench.place();
    const found = await officer.post('/my-interests?kind=address', {
      ...form({ step: 'find', postcode: 'le115zz' }),
    });
    expect(found.status).toBe(200);
    expect(found.$(`input[value="${uprn}"]`)).toHaveLength(1);
    for (const [kind, fields] of [
      ['address', { postcode: 'LE11 5ZZ', value: uprn }],
      ['registration', { value: 'lg09 rvk' }],
      ['email', { value: 'kit@example.com', whose: 'relation' }],
      ['telephone', { value: '07700 900 123' }],
      ['person', { value: 'Kit Example', postcode: 'le11 5zz', whose: 'relation' }],
    ] as const) {
      const answer = await officer.post(`/my-interests?kind=${kind}`, form(fields));
      expect([kind, answer.status]).toEqual([kind, 303]);
    }
    const page = await officer.get('/my-interests');
    const rows = page
      .$('tbody tr')
      .map((_, row) => page.$(row).text().replace(/\s+/g, ' ').trim())
      .get();
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^Address \d+ Invented Street, Loughborough, LE11 5ZZ Mine/);
    expect(rows[1]).toMatch(/^Vehicle LG09 RVK Mine/);
    expect(rows[4]).toMatch(/^Person Kit Example at LE11 5ZZ Somebody close/);
    expect(mainText(page)).toContain(officer.staff.email);
  });

  it('are refused with everything kept, and the same form twice is one', async () => {
    const officer = await bench.desk.signInAs('officer');
    const wrong = await officer.post(
      '/my-interests?kind=email',
      form({ value: 'kit@', whose: '' }),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.$('input[name=value]').val()).toBe('kit@');
    expect(wrong.$('.govuk-error-summary li')).toHaveLength(2);
    const same = form({ value: 'kit@example.com' });
    await officer.post('/my-interests?kind=email', same);
    await officer.post('/my-interests?kind=email', same);
    expect((await officer.get('/my-interests')).$('tbody tr')).toHaveLength(1);
  });

  it.each([
    ['attack 048', 'AB12CDE'],
    ['attack 048', 'ab12 cde'],
    ['attack 048', 'AB-12-CDE'],
  ])('%s: “%s” is one plate, however it is typed', async (_, value) => {
    const officer = await bench.desk.signInAs('officer');
    const answer = await officer.post('/my-interests?kind=registration', form({ value }));
    expect(answer.status).toBe(303);
    const rows = await bench.desk.database.dataSource.query(
      'SELECT value FROM declared_interests WHERE staff_id = ?',
      [officer.staff.id],
    );
    expect(rows).toEqual([{ value: 'AB12CDE' }]);
  });

  it.each([
    ['attack 049', 'АВ12СDE'],
    ['attack 050', ''],
    ['attack 050', 'A'],
    ['attack 050', 'AB12CDEFGHIJKL'],
    ['attack 050', '🚗AB12CDE'],
    ['attack 050', 'AB12\u0000CDE'],
  ])('%s: “%s” is no plate', async (_, value) => {
    const officer = await bench.desk.signInAs('officer');
    const answer = await officer.post('/my-interests?kind=registration', form({ value }));
    expect([400, 422]).toContain(answer.status);
    expect((await officer.get('/my-interests')).$('tbody tr')).toHaveLength(0);
  });

  it('takes no address that is not one of those offered', async () => {
    const officer = await bench.desk.signInAs('officer');
    const made = form({ postcode: 'LE11 5ZZ', value: '999999999999' });
    expect((await officer.post('/my-interests?kind=address', made)).status).toBe(422);
    const none = form({ step: 'find', postcode: 'LE1 1AA' });
    const answer = await officer.post('/my-interests?kind=address', none);
    expect(answer.status).toBe(422);
    expect(mainText(answer)).toContain('No address with this postcode');
    expect((await officer.get('/my-interests/new?kind=house')).status).toBe(404);
  });

  it('go on counting after they are taken off, for 90 days and not a moment longer (R-COI-2)', async () => {
    const officer = await bench.desk.signInAs('officer');
    const application = await bench.add();
    const at = { postcode: 'LE11 5ZZ', value: application.uprn };
    await officer.post('/my-interests?kind=address', form(at));
    const [row] = await bench.desk.database.dataSource.query(
      'SELECT id FROM declared_interests WHERE staff_id = ?',
      [officer.staff.id],
    );
    const gone = await officer.post(`/my-interests/${row.id}/removal`);
    expect(gone.status).toBe(303);
    expect(mainText(await officer.get('/my-interests'))).toContain('still counts');
    const claim = () =>
      officer.post(`/applications/${application.reference}/claim`, bench.claimFields(application));
    expect((await claim()).status).toBe(403);
    const setBack = (days: string) =>
      bench.desk.database.dataSource.query(
        `UPDATE declared_interests SET removed_at = '${days}' WHERE id = ?`,
        [row.id],
      );
    await setBack('2026-08-20 11:00:00.001');
    expect((await claim()).status).toBe(403);
    await setBack('2026-08-20 11:00:00.000');
    expect((await claim()).status).toBe(303);
  });

  it('are nobody else’s to see or to take off', async () => {
    const officer = await bench.desk.signInAs('officer');
    await officer.post('/my-interests?kind=person', form({ value: 'Secret Friend' }));
    const [row] = await bench.desk.database.dataSource.query(
      'SELECT id FROM declared_interests WHERE staff_id = ?',
      [officer.staff.id],
    );
    const other = await bench.desk.signInAs('supervisor');
    await other.post(`/my-interests/${row.id}/removal`);
    expect((await officer.get('/my-interests')).text).toContain('Secret Friend');
    expect((await other.get('/my-interests')).text).not.toContain('Secret Friend');
    const administrator = await bench.desk.signInAs('administrator');
    const counts = await administrator.get('/declared-interests');
    expect(counts.status).toBe(200);
    expect(mainText(counts)).toMatch(/Robin officer Officer 1/);
    expect(counts.text).not.toContain('Secret Friend');
    for (const path of ['/my-interests', '/kept-from-deciding']) {
      expect((await administrator.get(path)).status).toBe(403);
    }
    expect((await officer.get('/declared-interests')).status).toBe(403);
  });

  it('name the cases held that they touch, to be handed on', async () => {
    const officer = await bench.desk.signInAs('officer');
    const held = await bench.add((a) => a.inReviewBy(officer.staff.id));
    await bench.add((a) => a.inReviewBy(officer.staff.id));
    await bench.declare(officer.staff.id, { kind: 'address', value: held.uprn });
    const page = await officer.get('/my-interests');
    expect(page.$('form[action$="/release"]').attr('action')).toBe(
      `/applications/${held.reference}/release`,
    );
    expect(page.$('form[action$="/release"]')).toHaveLength(1);
  });

  it('show supervisors who was kept from which case, and not why', async () => {
    const officer = await bench.desk.signInAs('officer');
    const application = await bench.add();
    await bench.declare(officer.staff.id, { kind: 'address', value: application.uprn });
    await officer.post(
      `/applications/${application.reference}/claim`,
      bench.claimFields(application),
    );
    const supervisor = await bench.desk.signInAs('supervisor');
    expect(mainText(await supervisor.get('/my-work'))).toContain('Kept from deciding');
    const list = await supervisor.get('/kept-from-deciding');
    expect(mainText(list)).toContain(application.reference);
    expect(mainText(list)).not.toContain(application.uprn);
    expect(mainText(await officer.get('/my-work'))).not.toContain('Kept from deciding');
  });
});
