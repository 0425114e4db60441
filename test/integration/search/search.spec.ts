import { randomBytes } from 'node:crypto';
import type { Application } from '../../../src/applications/applications.store.js';
import {
  correctRegistration,
  findApplication,
} from '../../../src/applications/applications.store.js';
import { changeVehicle, insertPermit } from '../../../src/permits/permits.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { makeReference } from '../../../src/shared/case-reference.js';
import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import type { ApplicationBuilder } from '../../builders/an-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, startCaseworkBench } from '../casework/casework-bench.js';

let bench: CaseworkBench;
let officer: TestBrowser & { staff: { id: string } };
beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
}, 60_000);
beforeEach(async () => {
  await bench.desk.database.dataSource.query('DELETE FROM search_terms');
  await bench.empty();
  // A fresh person for each test: sixty searches a minute are for one person.
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

const rows = <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  bench.desk.database.dataSource.query(sql, values);

const add = (fields: Partial<Application>, zone?: string | null) =>
  bench.add((it: ApplicationBuilder) => it.with(fields), zone);

const withPlate = (registration: string) =>
  add({ registration, registrationKey: lookAlikeKey(registration) });

/** Types it into the box and follows to whatever comes. */
async function search(typed: string, as: TestBrowser = officer): Promise<Answer> {
  const answer = await as.post('/searches', { typed });
  return answer.location ? as.follow(answer) : answer;
}

/** What the list of results says: reference and reason, in order. */
function results({ $ }: Answer): [reference: string, why: string][] {
  return $('#found tbody tr')
    .toArray()
    .map((row) => [$(row).find('th').text().trim(), $(row).find('td').first().text().trim()]);
}

describe('one box', () => {
  it.each([
    ['name', 'o’neill', 'Applicant’s name has these words'],
    ['name without its apostrophe, in capitals', 'ONEILL', 'Applicant’s name has these words'],
    ['name in part, any order', 'onei zo', 'Applicant’s name has words that start like this'],
    ['name without accents', "zoe o'neill", 'Applicant’s name has these words'],
    ['keeper', 'leasing', 'Name of the applicant or the vehicle’s keeper has these words'],
    ['postcode', 'LE11 5ZZ', 'Same postcode'],
    ['postcode without its space', 'le115zz', 'Same postcode'],
    ['first half of a postcode', 'LE11', 'Postcode starts like this'],
    ['email address', 'Zoe@Example.COM', 'Same email address'],
    ['start of an email address', 'zoe@', 'Email address starts like this'],
    ['telephone number', '07700 900 123', 'Same telephone number'],
    ['telephone number with +44', '+44 (0)7700 900123', 'Same telephone number'],
    ['start of a telephone number', '07700 900', 'Telephone number starts like this'],
    ['registration', 'fy64 bbo', 'Same registration'],
    ['registration with 0 for O', 'FY64BB0', 'Registration looks like FY64 BBO: 0 read as O'],
    ['registration with 8 for B', 'FY648BO', 'Registration looks like FY64 BBO: 8 read as B'],
    ['registration with a slip', 'FY65BBO', 'Registration FY64 BBO differs by one character'],
    ['start of a registration', 'FY6', 'Registration FY64 BBO starts like this'],
    ['reference of the portal', 'web-2026-000123', 'Same reference of the portal'],
  ])('finds by %s and says why', async (_what, typed, why) => {
    const { reference } = await add({
      applicantName: 'Zoë O’Neill',
      keeperName: 'Example Leasing',
      applicantEmail: 'zoe@example.com',
      applicantMobile: '+447700900123',
      registration: 'FY64BBO',
      registrationKey: lookAlikeKey('FY64BBO'),
      clientReference: 'WEB-2026-000123',
    });
    await add({
      applicantName: 'Sam Other',
      keeperName: 'Sam Other',
      applicantEmail: 'sam@example.org',
      registration: null,
      registrationKey: null,
    });
    const found = results(await search(typed));
    const mine = found.filter(([one]) => one === reference);
    expect(mine).toEqual([[reference, why]]);
    // Only a postcode is shared with the other case.
    expect(found).toHaveLength(
      why.startsWith('Same postcode') || why.startsWith('Postcode') ? 2 : 1,
    );
  });

  it('a whole reference leads straight to its case; a part of it to a list', async () => {
    const { reference } = await add({});
    const whole = await officer.post('/searches', { typed: reference.toLowerCase() });
    expect([whole.status, whole.location]).toEqual([303, `/applications/${reference}`]);
    const part = results(await search(reference.slice(0, 7)));
    expect(part).toEqual([[reference, 'Reference starts like this']]);
  });

  it('puts what was typed before look-alikes, strong before weak, newest first (R-VRM-5)', async () => {
    const weak = await withPlate('LG09RV5');
    const strong = await withPlate('LGO9RVS');
    const old = await add({
      registration: 'LG09RVS',
      registrationKey: lookAlikeKey('LG09RVS'),
      receivedAt: new Date('2026-11-01T10:00:00Z'),
    });
    const same = await withPlate('LG09RVS');
    const slip = await withPlate('LG08RVS');
    const found = results(await search('lg09 rvs'));
    expect(found.map(([reference]) => reference)).toEqual(
      [same, old, strong, weak, slip].map(({ reference }) => reference),
    );
  });

  it('is found by the corrected registration at once, and no longer by the old one', async () => {
    const { id, reference } = await withPlate('AB12CDE');
    await bench.desk.app.get(UnitOfWork).run(async (tx) => {
      const application = await findApplication(tx, id);
      if (!application) throw new Error('The case is gone.');
      const registration = 'XY34ZZZ';
      const vehicle = { registration, registrationKey: registration, registrationOverride: null };
      await correctRegistration(tx, application, vehicle);
    });
    expect(results(await search('XY34ZZZ'))).toEqual([[reference, 'Same registration']]);
    expect(results(await search('AB12CDE'))).toEqual([]);
  });

  it('a permit’s case is found by the vehicle that came later and by the permit’s reference', async () => {
    const application = await withPlate('AB12CDE');
    const permit = {
      id: newId(),
      reference: makeReference(randomBytes(8)),
      applicationId: application.id,
      permitTypeCode: 'resident',
      uprn: application.uprn,
      holderName: application.applicantName,
      startsAt: new Date('2026-01-01T00:00:00Z'),
      endsAt: new Date('2027-01-01T00:00:00Z'),
      pricePence: 5500,
      concernsPermitId: null,
      endedEarlyAt: null,
      recordedAt: new Date('2026-01-01T00:00:00Z'),
    };
    const at = new Date('2026-06-01T00:00:00Z');
    const plate = (registration: string) => ({ registration, registrationKey: registration });
    await bench.desk.app.get(UnitOfWork).run(async (tx) => {
      await insertPermit(tx, permit, { zoneCodes: [], vehicle: plate('AB12CDE') });
      await changeVehicle(tx, permit, { vehicle: plate('XY34ZZZ'), from: at, at });
    });
    const { reference } = application;
    const later = results(await search('XY34 ZZZ'));
    expect(later).toEqual([[reference, 'Same registration, on the permit']]);
    const byPermit = results(await search(permit.reference));
    expect(byPermit).toEqual([[reference, 'Same permit reference']]);
    await rows('DELETE FROM permit_vehicles');
    await rows('DELETE FROM permits');
  });
});

describe('the list', () => {
  it('pages, reloads, goes back and narrows by status without asking again', async () => {
    for (let index = 0; index < 30; index += 1) {
      await add({
        status: index < 4 ? 'approved' : 'submitted',
        decidedAt: index < 4 ? new Date() : null,
      });
    }
    const first = await search('Example');
    expect(first.$('main').text()).toContain('30 cases found, 1 to 25 shown');
    expect(first.$('title').text()).toContain('(page 1 of 2)');
    const address = first.$('a[rel=next]').attr('href') ?? '';
    expect(address).toMatch(/^\/searches\/[0-9a-f-]{36}\?page=2$/);
    const second = await officer.get(address);
    expect(results(second)).toHaveLength(5);
    const again = await officer.get(address.replace('?page=2', ''));
    expect(results(again)).toEqual(results(first));
    const decided = await officer.get(address.replace('page=2', 'status=decided'));
    expect(results(decided)).toHaveLength(4);
    expect(results(await officer.get(address.replace('page=2', 'page=99')))).toEqual(
      results(first),
    );
    const [count] = await rows<{ n: string }>(
      'SELECT COUNT(*) AS n FROM search_events WHERE staff_id = ?',
      [officer.staff.id],
    );
    expect(Number(count?.n)).toBe(1);
  });

  it('says when there are more than it shows', async () => {
    for (let index = 0; index < 105; index += 1) await add({ applicantName: 'Much Sought' });
    const page = await search('sought');
    expect(page.$('main').text()).toContain('More than 100 cases found');
    expect(page.$('main').text()).toContain('Type more of it');
  });

  it('shows words with nothing in them as the words they are', async () => {
    await add({ applicantName: '<script>alert(1)</script> {{7*7}}' });
    const typed = '"><svg/onload=alert(1)>';
    const page = await search(typed);
    expect(page.status).toBe(200);
    expect(page.$('input[name=typed]').attr('value')).toBe(typed);
    expect(page.$('main svg, main script').length).toBe(0);
    const found = await search('script');
    expect(found.$('#found').text()).toContain('<script>alert(1)</script> {{7*7}}');
  });
});

describe('empty states', () => {
  it('nothing typed is said at the box, with 422', async () => {
    for (const typed of ['', '   ']) {
      const page = await officer.post('/searches', { typed });
      expect(page.status).toBe(422);
      expect(page.$('.govuk-error-summary a[href="#typed"]').text()).toContain(
        'Enter what you are',
      );
      expect(page.$('title').text()).toMatch(/^Error: /);
    }
  });

  it('nothing found comes with advice, and a mistyped reference with its own', async () => {
    const none = await search('Nobody Atall');
    expect([none.status, none.$('#found h2').text()]).toEqual([200, 'No cases found']);
    expect(none.$('#found li').length).toBeGreaterThan(2);
    expect(none.$('input[name=typed]').attr('value')).toBe('Nobody Atall');
    const slip = await search('PD-7KMX-4TPC');
    expect(slip.$('#found').text()).toContain('One character of this reference is wrong');
  });

  it('too many searches say when to go on, and keep what was typed', async () => {
    for (let index = 0; index < 60; index += 1) await officer.post('/searches', { typed: 'x1y' });
    const page = await officer.post(
      '/searches',
      { typed: 'Priya' },
      { 'x-forwarded-for': '192.0.2.9' },
    );
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.$('main').text()).toMatch(/Wait \d+ seconds?, until 10:4\d/);
    expect(page.$('input[name=typed]').attr('value')).toBe('Priya');
    const colleague = await bench.desk.signInAs('officer');
    expect((await search('Priya', colleague)).status).toBe(200);
  });

  it('a search that is over, somebody else’s and none at all are answered alike', async () => {
    await add({});
    const mine = await officer.post('/searches', { typed: 'Priya' });
    const path = mine.location ?? '';
    const colleague = await bench.desk.signInAs('officer');
    const bare = ({ text }: Answer) =>
      text.replace(/value="[\w-]{40,}"|data-[\w-]+="[^"]*"|Page reference:? (<strong>)?\w+/g, '');
    const theirs = await colleague.get(path);
    const none = await colleague.get('/searches/00000000-0000-4000-8000-000000000000');
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(bare(theirs)).toBe(bare(none));
    expect((await colleague.get("/searches/'%20OR%201=1")).status).toBe(404);
    await rows('UPDATE searches SET expires_at = ?', [bench.desk.clock.now()]);
    const over = await officer.get(path);
    expect(over.status).toBe(404);
    expect(over.$('main').text()).toContain('This search is over');
    await officer.post('/searches', { typed: 'Sam' });
    expect(await rows('SELECT id FROM searches WHERE typed = ?', ['Priya'])).toEqual([]);
  });
});

describe('who searched', () => {
  it('is recorded with the kinds and the number found, never the words', async () => {
    await withPlate('AB12CDE');
    await search('AB12 CDE');
    await search('Nobody Atall');
    const events = await rows('SELECT * FROM search_events WHERE staff_id = ? ORDER BY id', [
      officer.staff.id,
    ]);
    expect(events).toMatchObject([
      { kinds: 'client_reference registration', results: 1, is_more: 0 },
      { kinds: 'registration name', results: 0, is_more: 0 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/AB12|Nobody/i);
  });

  it('stands in no address', async () => {
    const { reference } = await withPlate('AB12CDE');
    const page = await search('AB12 CDE');
    const addresses = page
      .$('[href], [action]')
      .toArray()
      .map((it) => page.$(it).attr('href') ?? page.$(it).attr('action'));
    expect(addresses).toContain(`/applications/${reference}`);
    expect(addresses.join(' ')).not.toMatch(/AB12|priya/i);
  });
});

describe('each role', () => {
  it.each(['officer', 'support', 'supervisor'] as const)(
    '%s finds cases from the header',
    async (role) => {
      await withPlate('AB12CDE');
      const person = await bench.desk.signInAs(role);
      const home = await person.get('/my-work');
      expect(home.$('form.desk-header__search[action="/searches"][method="post"]')).toHaveLength(1);
      const page = await person.submit(home, { typed: 'priya' }, 'form.desk-header__search');
      expect((await person.follow(page)).$('#found').text()).toContain('Priya Example');
    },
  );

  it('an auditor sees people and registrations masked', async () => {
    await withPlate('AB12CDE');
    const auditor = await bench.desk.signInAs('auditor');
    const text = (await search('AB13CDE', auditor)).$('#found').text();
    expect(text).toContain('P. E.');
    expect(text).not.toMatch(/Priya|AB12 ?CDE/);
  });

  it('an administrator has no box and may not search', async () => {
    const administrator = await bench.desk.signInAs('administrator');
    expect((await administrator.get('/my-work')).$('form[action="/searches"]')).toHaveLength(0);
    expect((await administrator.post('/searches', { typed: 'x' })).status).toBe(403);
    expect((await administrator.get('/searches/new')).status).toBe(403);
  });
});
