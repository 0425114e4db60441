import type { Fields } from '../../support/test-browser.js';
import {
  eventsOf,
  type Officer,
  type ReviewAt,
  reviewAt,
  type ReviewDesk,
  startReviewDesk,
} from './review-desk.js';

let desk: ReviewDesk;
let officer: Officer;
let at: ReviewAt;
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
  at = reviewAt(desk, officer);
});
afterAll(() => desk.stop());

async function correct(path: string, fields: Fields) {
  return officer.submit(await officer.get(`${path}/vehicle?paper=2`), fields);
}

async function vehicleOf(id: string) {
  const rows: Record<string, unknown>[] = await desk.database.dataSource.query(
    `SELECT registration, registration_key AS likeness, registration_override AS override, version
       FROM applications WHERE id = ?`,
    [id],
  );
  return rows[0];
}

describe('correcting a registration', () => {
  it('writes it with its search key, says why without naming it, and goes back to the paper', async () => {
    const { application, path } = await at.aBill();
    const answer = await correct(path, { registration: 'lo09 rvk', reason: 'paper_shows_it' });
    expect([answer.status, answer.location]).toEqual([303, `${path}/evidence/2`]);
    expect(await vehicleOf(application.id)).toEqual({
      registration: 'LO09RVK',
      likeness: 'L009RVK',
      override: null,
      version: 2,
    });
    expect(await eventsOf(desk, application.id, 'registration-corrected')).toEqual([
      { reason: 'paper_shows_it', by: officer.staff.id },
    ]);
  });

  it('offers what a letter taken for a digit may have meant, and saves it only when pressed (R-VRM-4)', async () => {
    const { application, path } = await at.aBill();
    const refused = await correct(path, { registration: 'FY64BB0', reason: 'typing_slip' });
    expect(refused.status).toBe(422);
    expect(refused.$('[name="suggested"]').attr('value')).toBe('FY64BBO');
    expect(refused.$('#registration').attr('value')).toBe('FY64BB0');
    expect(await vehicleOf(application.id)).toMatchObject({ registration: 'AB12CDE', version: 1 });
    const pressed = await officer.submit(refused, { suggested: 'FY64BBO' });
    expect(pressed.status).toBe(303);
    expect(await vehicleOf(application.id)).toMatchObject({ registration: 'FY64BBO', version: 2 });
  });

  it('takes an unusual mark only with words that say what it is (R-VRM-7)', async () => {
    const { application, path } = await at.aBill();
    const unusual = { registration: '101 D 234', reason: 'unusual' };
    const refused = await correct(path, unusual);
    expect(refused.status).toBe(422);
    expect(refused.$('#why-error').text()).toContain('Say what kind of mark it is');
    const why = 'Diplomatic plate, seen on the photograph';
    expect((await correct(path, { ...unusual, why })).status).toBe(303);
    expect(await vehicleOf(application.id)).toMatchObject({
      registration: '101D234',
      override: why,
    });
  });

  it.each<[string, Fields, string]>([
    ['nothing', { registration: ' ', reason: 'typing_slip' }, '#registration'],
    [
      'letters of another alphabet',
      { registration: 'АB12CDE', reason: 'typing_slip' },
      '#registration',
    ],
    ['the one the case has', { registration: 'ab12cde', reason: 'typing_slip' }, '#registration'],
    ['no reason', { registration: 'LG09RVK' }, '#reason'],
    ['a made-up reason', { registration: 'LG09RVK', reason: 'because' }, '#reason'],
  ])('refuses %s', async (_name, fields, href) => {
    const { application, path } = await at.aBill();
    const answer = await correct(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary a').attr('href')).toBe(href);
    expect(answer.$(href)).toHaveLength(1);
    expect(await vehicleOf(application.id)).toMatchObject({ registration: 'AB12CDE', version: 1 });
  });

  it('opens again what was marked of the old registration', async () => {
    const { application, papers, path } = await desk.addCase((a) =>
      a
        .inReviewBy(officer.staff.id)
        .withAcceptedPaper('v5c', officer.staff.id)
        .withAcceptedPaper('utility_bill', officer.staff.id),
    );
    const page = await officer.get(`${path}/vehicle`);
    expect(page.$('main').text()).toContain('is cleared: mark it again');
    const answer = await correct(path, { registration: 'LG09RVK', reason: 'applicant_said' });
    expect(answer.status).toBe(303);
    const v5c = await at.checkOf(papers[0]?.id ?? '');
    expect(v5c?.verdict).toBe('undecided');
    expect(Object.keys(v5c?.marks ?? {}).sort()).toEqual(
      ['date', 'document_reference', 'keeper_address', 'keeper_name'].sort(),
    );
    expect((await at.checkOf(papers[1]?.id ?? ''))?.verdict).toBe('accept');
    expect(await vehicleOf(application.id)).toMatchObject({ version: 2 });
  });

  it('is refused when the case changed or is held by somebody else; sent twice it is one change', async () => {
    const { application, path } = await at.aBill();
    const early = await officer.get(`${path}/vehicle`);
    const fields = { registration: 'LG09RVK', reason: 'typing_slip' };
    const first = await officer.submit(early, fields);
    const again = await officer.submit(early, fields);
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(await eventsOf(desk, application.id, 'registration-corrected')).toHaveLength(1);
    const stale = await officer.submit(early, { ...fields, registration: 'L14ENM' });
    expect(stale.status).toBe(409);
    expect(stale.$('main').text()).toContain('L14ENM');
    expect(await vehicleOf(application.id)).toMatchObject({ registration: 'LG09RVK', version: 2 });
    const other = await desk.signInAs('officer');
    const page = await other.get(`${path}/vehicle`);
    expect(page.$('main form')).toHaveLength(0);
    expect(page.$('main').text()).toContain('Somebody else holds this case');
  });

  it('is no page of an application without a vehicle, nor of support', async () => {
    const none = { registration: null, registrationKey: null, vehicleClass: 'none' } as const;
    const { path } = await desk.addCase((a) => a.with(none).inReviewBy(officer.staff.id));
    expect((await officer.get(`${path}/vehicle`)).status).toBe(404);
    const support = await desk.signInAs('support');
    expect((await support.get(`${path}/vehicle`)).status).toBe(403);
  });
});
