import { localDate } from '../../../src/shared/london-date.js';
import type { RegisterResult } from '../../../src/vehicle-register/register-checks.store.js';
import { found, NOW, panelAt, type RegisterDesk, startRegisterDesk } from './register-desk.js';

let desk: RegisterDesk;

beforeAll(async () => {
  desk = await startRegisterDesk({ VES_URL: 'http://127.0.0.1:9/ves', VES_API_KEY: 'key' });
});
afterAll(() => desk.stop());

describe('the case page', () => {
  it('shows what the register says beside what was declared, as at when', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase((one) =>
      one.withAcceptedPaper('v5c', officer.staff.id),
    );
    await desk.answered(application, found());
    const { panel, words } = await panelAt(officer, path);
    expect(panel).toContain('As at 20 November 2026, 10:02am.');
    expect(panel).toContain('Ford, as declared');
    expect(panel).toContain('2 November 2026Paper 1: the same date');
    expect(words('[aria-labelledby=register-hints]')).toBe('');
  });

  it('puts hints where they are seen, with their reasons, and lets the officer decide', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase((one) =>
      one
        .inReviewBy(officer.staff.id)
        .withAcceptedPaper('utility_bill', officer.staff.id)
        .withAcceptedPaper('v5c', officer.staff.id, { datedOn: localDate('2026-01-15') }),
    );
    await desk.answered(application, found({ make: 'VAUXHALL', taxStatus: 'SORN' }));
    const { words, panel } = await panelAt(officer, path);
    const hints = words('[aria-labelledby=register-hints]');
    expect(hints).toContain('issued on 15 January 2026, but the register issued one on 2 November');
    expect(hints).toContain('The make declared is Ford; the register says Vauxhall.');
    expect(hints).toContain('they decide nothing');
    expect(hints).not.toContain('SORN');
    expect(panel).toContain('The vehicle is declared off the road (SORN).');
    const approval = await officer.get(`${path}/approval/new`);
    expect(approval.status).toBe(200);
    expect(approval.text).not.toContain('Vauxhall');
  });

  it.each<[string, RegisterResult, string]>([
    [
      'not in the register',
      { state: 'not_in_register', answeredAt: new Date(NOW) },
      'the register does not know this registration. The vehicle may be new, foreign or just given another one: it proves nothing.',
    ],
    [
      'to be tried again',
      {
        state: 'not_checked',
        because: 'no_answer',
        answeredAt: new Date(NOW),
        tryAgainAt: new Date('2026-11-20T10:12:00Z'),
      },
      'Not checked: the register did not answer in time (20 November 2026, 10:02am). It is asked again at 10:12am; you need not wait for it.',
    ],
    [
      'left to the officer',
      {
        state: 'not_checked',
        because: 'too_many_requests',
        answeredAt: new Date(NOW),
        tryAgainAt: null,
      },
      'Not checked: the register had too many questions at once (20 November 2026, 10:02am). It is not asked again by itself; you can decide without it.',
    ],
  ])('%s', async (_which, result, words) => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase();
    await desk.answered(application, result);
    const { panel } = await panelAt(officer, path);
    expect(panel).toContain(words);
    expect(panel).toContain('Ask the register again');
  });

  it('shows nothing of it to support and auditors, nor for a case without a vehicle', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase();
    await desk.answered(application, found());
    for (const role of ['support', 'auditor'] as const) {
      const { panel, form } = await panelAt(await desk.signInAs(role), path);
      expect([panel, form.length]).toEqual(['', 0]);
    }
    const without = await desk.addCase((one) => one.with({ registration: null }));
    expect((await panelAt(officer, `/applications/${without.application.reference}`)).panel).toBe(
      '',
    );
  });
});

describe('the page of a paper', () => {
  it('shows it beside a V5C, with the date to compare, and not beside a bill', async () => {
    const officer = await desk.signInAs('officer');
    const { application, path } = await desk.addCase((one) =>
      one.inReviewBy(officer.staff.id).withPaper('utility_bill').withV5C(),
    );
    await desk.answered(application, found({ colour: 'RED' }));
    const at = `${path}/evidence`;
    const v5c = await panelAt(officer, `${at}/2`);
    expect(v5c.page).toContain('The register last issued a V5C on 2 November 2026');
    expect(v5c.page).toContain('The colour declared is Blue; the register says Red.');
    expect(v5c.panel).toContain('Paper 2: no date marked yet');
    expect(v5c.fields['paper']).toBe('2');
    expect((await panelAt(officer, `${at}/1`)).panel).toBe('');
  });
});

describe('without a key', () => {
  it('says that nobody is asked, offers no button and takes no press', async () => {
    const silent = await startRegisterDesk({});
    try {
      const { path } = await silent.addCase();
      const officer = await silent.signInAs('officer');
      const { panel, form } = await panelAt(officer, path);
      expect(panel).toContain('no key for the register is set, so it is not asked');
      expect(form.length).toBe(0);
      expect((await officer.post(`${path}/vehicle-register`, {})).status).toBe(404);
    } finally {
      await silent.stop();
    }
  });
});
