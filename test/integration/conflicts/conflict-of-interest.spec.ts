import { lockCase } from '../../../src/case-file/lock-case.js';
import { ConflictOfInterest } from '../../../src/conflicts-of-interest/refuse-conflict.js';
import { type ConflictDesk, mainText, NOW, startConflictDesk } from './conflict-desk.js';

let bench: ConflictDesk;
beforeAll(async () => {
  bench = await startConflictDesk();
});
afterAll(() => bench.desk.stop());

const ACTS = [
  ['approval', { step: 'send' }],
  ['rejection', { step: 'check', reasons: 'not_in_zone' }],
  ['withdrawal', { step: 'check', reason: 'resident_asked', words: 'As he wished.' }],
  ['evidence-requests', { step: 'check' }],
  ['claim', {}],
  ['evidence/1/check', { verdict: 'accept' }],
  ['vehicle', { registration: 'AB12CDE' }],
] as const;

describe('attack 009: an officer goes to decide his own address', () => {
  it.each(ACTS)(
    '%s: 403 in plain words, nothing changed, the supervisor told',
    async (act, body) => {
      const officer = await bench.desk.signInAs('officer');
      const application = await bench.add((a) => a.inReviewBy(officer.staff.id).withV5C());
      await bench.declare(officer.staff.id, { kind: 'address', value: application.uprn });
      const before = await bench.stateOf(application.id);
      const path = `/applications/${application.reference}`;
      const fields = { ...bench.claimFields(application), ...body, privateNote: 'My own words' };
      const answer = await officer.post(`${path}/${act}`, fields);
      expect(answer.status).toBe(403);
      expect(mainText(answer)).toContain('You have an interest in this case');
      expect(mainText(answer)).toContain('an address you declared');
      expect(answer.$('textarea').val()).toBeDefined();
      expect(answer.text).not.toContain(application.uprn);
      expect(await bench.stateOf(application.id)).toEqual(before);
      const told = (await bench.eventsOf(application.id)).filter(
        (e) => e.type === 'conflict-noticed',
      );
      expect(told).toEqual([{ type: 'conflict-noticed', actor_id: officer.staff.id }]);
      await officer.post(`${path}/${act}`, fields);
      expect(await bench.eventsOf(application.id)).toHaveLength(1);
    },
  );

  it.each(['approval/new', 'rejection/new', 'withdrawal/new', 'evidence-requests/new', 'vehicle'])(
    'does not even open %s',
    async (page) => {
      const officer = await bench.desk.signInAs('officer');
      const application = await bench.add((a) => a.inReviewBy(officer.staff.id).withV5C());
      await bench.declare(officer.staff.id, { kind: 'address', value: application.uprn });
      const answer = await officer.get(`/applications/${application.reference}/${page}`);
      expect(answer.status).toBe(403);
      expect(answer.$('form[action$="/release"]')).toHaveLength(1);
    },
  );

  it('does not open the form that records a request for a review', async () => {
    const officer = await bench.desk.signInAs('officer');
    const application = await bench.add((a) => a.status('rejected'));
    await bench.declare(officer.staff.id, { kind: 'address', value: application.uprn });
    const answer = await officer.get(`/applications/${application.reference}/reviews/new`);
    expect(answer.status).toBe(403);
  });

  it('lets him hand the case on, and write a note', async () => {
    const officer = await bench.desk.signInAs('officer');
    const application = await bench.add((a) => a.inReviewBy(officer.staff.id));
    await bench.declare(officer.staff.id, { kind: 'address', value: application.uprn });
    const path = `/applications/${application.reference}`;
    const note = { ...bench.claimFields(application), words: 'My neighbour lives here.' };
    expect((await officer.post(`${path}/notes`, note)).status).toBe(303);
    const release = await officer.post(`${path}/release`, bench.claimFields(application));
    expect(release.status).toBe(303);
    const { application: rows } = await bench.stateOf(application.id);
    expect(rows[0]).toMatchObject({ status: 'submitted', claimed_by: null });
  });

  it.each([
    ['registration', 'AB12CDE'],
    ['email', 'PRIYA@example.com'],
    ['telephone', '+447700900123'],
    ['person', 'Priya Example'],
  ] as const)('is refused his own or a relation’s %s', async (kind, value) => {
    const officer = await bench.desk.signInAs('officer');
    const application = await bench.add((a) => a.with({ applicantMobile: '+447700900123' }));
    await bench.declare(officer.staff.id, { kind, value });
    const path = `/applications/${application.reference}`;
    const answer = await officer.post(`${path}/claim`, bench.claimFields(application));
    expect(answer.status).toBe(403);
  });

  it('is refused the e-mail address of his own account', async () => {
    const officer = await bench.desk.signInAs('officer');
    const mine = { applicantEmail: officer.staff.email.toUpperCase() };
    const application = await bench.add((a) => a.with(mine));
    const path = `/applications/${application.reference}`;
    const answer = await officer.post(`${path}/claim`, bench.claimFields(application));
    expect(answer.status).toBe(403);
    expect(mainText(answer)).toContain('the e-mail address of your staff account');
  });

  it('leaves colleagues free, and tells them nothing; supervisors see that, not what', async () => {
    const officer = await bench.desk.signInAs('officer');
    const application = await bench.add();
    await bench.declare(officer.staff.id, { kind: 'address', value: application.uprn });
    const path = `/applications/${application.reference}`;
    await officer.post(`${path}/claim`, bench.claimFields(application));
    const supervisor = await bench.desk.signInAs('supervisor');
    const page = await supervisor.get(path);
    expect(page.status).toBe(200);
    const seen = page.$('[aria-labelledby=timeline]').text();
    expect(seen).toContain('Kept from deciding: conflict of interest');
    expect(seen).not.toMatch(/address you declared/);
    const colleague = await bench.desk.signInAs('officer');
    expect((await colleague.get(path)).text).not.toContain('conflict of interest');
    const claimed = await colleague.post(`${path}/claim`, bench.claimFields(application));
    expect(claimed.status).toBe(303);
  });

  it('meets one declared after the page was opened, under the locks of the case', async () => {
    const officer = await bench.desk.signInAs('officer');
    const { id: applicationId, uprn } = await bench.add((a) => a.inReviewBy(officer.staff.id));
    const lock = () =>
      bench.write((tx) =>
        lockCase(tx, { applicationId, uprn, officer: officer.staff }, new Date(NOW)),
      );
    await lock();
    await bench.declare(officer.staff.id, { kind: 'address', value: uprn });
    await expect(lock()).rejects.toBeInstanceOf(ConflictOfInterest);
  });

  it('is never handed such a case as the next one; a colleague is', async () => {
    const [officer, colleague] = [
      await bench.desk.signInAs('officer'),
      await bench.desk.signInAs('officer'),
    ];
    const at = await bench.place();
    // The most pressing of all waiting cases, and the one after it.
    const soonest = { holdEndsAt: new Date('2026-11-18T11:30:00Z') };
    const first = await bench.add((a) => a.with(soonest), at);
    const second = await bench.add((a) => a.with({ holdEndsAt: new Date('2026-11-18T11:40:00Z') }));
    await bench.declare(officer.staff.id, { kind: 'address', value: at.uprn });
    expect((await officer.post('/my-work/next')).location).toBe(
      `/applications/${second.reference}`,
    );
    expect((await colleague.post('/my-work/next')).location).toBe(
      `/applications/${first.reference}`,
    );
  });
});
