import { load } from 'cheerio';
import { found, NOW, panelAt, type RegisterDesk, startRegisterDesk } from './register-desk.js';

let desk: RegisterDesk;

beforeAll(async () => {
  desk = await startRegisterDesk({ VES_URL: 'http://127.0.0.1:9/ves', VES_API_KEY: 'key' });
});
beforeEach(() => desk.clock.set(NOW));
afterAll(() => desk.stop());

describe('asking again', () => {
  it('writes the wish and wakes the job, says so, and comes back to where it was pressed', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase((one) =>
      one.inReviewBy(officer.staff.id).withV5C(),
    );
    await desk.answered(application, found());
    const { fields, form } = await panelAt(officer, `${path}/evidence/1`);
    const answer = await officer.post(form.attr('action') ?? '', fields);
    expect([answer.status, answer.location]).toEqual([303, `${path}/evidence/1#register`]);
    const after = await panelAt(officer, `${path}/evidence/1`);
    expect(after.panel).toContain('Not checked yet: the register is being asked.');
    expect(after.form.length).toBe(0);
    expect(await desk.rows('outbox_jobs', application.id)).toMatchObject([
      { message_type: 'vehicle-register.wished', job: 'ask-vehicle-register', state: 'waiting' },
    ]);
    const events = await desk.rows('timeline_events', application.id);
    const asked = events.filter(({ type }) => type === 'register-asked');
    expect(asked).toMatchObject([{ actor_id: officer.staff.id, payload: '{}' }]);
    expect(JSON.stringify(await desk.rows('outbox_jobs', application.id))).not.toContain('AB12CDE');
  });

  it('is one question for the same form sent twice, and while one is under way', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase();
    const { fields } = await panelAt(officer, path);
    const press = () => officer.post(`${path}/vehicle-register`, fields);
    expect((await press()).location).toBe(`${path}#register`);
    await Promise.all(Array.from({ length: 10 }, press));
    expect(await desk.rows('outbox_jobs', application.id)).toHaveLength(1);
    desk.clock.advance({ minutes: 3 });
    expect((await press()).status).toBe(303);
    expect(await desk.rows('outbox_jobs', application.id)).toHaveLength(1);
    const fresh = await panelAt(officer, path);
    await officer.post(`${path}/vehicle-register`, fresh.fields);
    expect(await desk.rows('outbox_jobs', application.id)).toHaveLength(2);
  });

  it('is refused once the case is decided, and changes nothing', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase();
    const { fields } = await panelAt(officer, path);
    await desk.database.dataSource.query(
      `UPDATE applications SET decided_at = '2026-11-20', status = 'rejected' WHERE id = ?`,
      [application.id],
    );
    const answer = await officer.post(`${path}/vehicle-register`, fields);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('the register is not asked about it any more');
    expect(await desk.rows('outbox_jobs', application.id)).toEqual([]);
    expect(await desk.rows('vehicle_register_checks', application.id)).toEqual([]);
  });

  it('is for who reviews: others are refused, a broken form too', async () => {
    const { application, path } = await desk.addCase();
    const address = `${path}/vehicle-register`;
    for (const role of ['support', 'auditor', 'administrator'] as const) {
      expect((await (await desk.signInAs(role)).post(address, {})).status).toBe(403);
    }
    const officer = await desk.signInAs('officer');
    expect((await officer.post(address, {})).status).toBe(400);
    expect((await officer.post('/applications/PD-2222-2222/vehicle-register', {})).status).toBe(
      404,
    );
    expect(await desk.rows('outbox_jobs', application.id)).toEqual([]);
  });
});

describe('a corrected registration', () => {
  it('asks about the new one in the same transaction; what was said of the old one is gone', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase((one) => one.inReviewBy(officer.staff.id));
    await desk.answered(application, found());
    const $ = load((await officer.get(`${path}/vehicle`)).text);
    const fields = Object.fromEntries(
      $('form[action$="/vehicle"]')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    const change = { ...fields, registration: 'AA19 DSL', reason: 'typing_slip' };
    expect((await officer.post(`${path}/vehicle`, change)).status).toBe(303);
    expect(await desk.rows('vehicle_register_checks', application.id)).toMatchObject([
      { registration: 'AA19DSL', state: 'waiting', facts: null, ask_number: 2 },
    ]);
    expect(await desk.rows('outbox_jobs', application.id)).toHaveLength(1);
  });
});
