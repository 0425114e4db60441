import { load } from 'cheerio';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aStaffAccount, aZone } from '../../builders/a-council.js';
import { anApplication, type ApplicationBuilder } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { TestClock } from '../../support/test-clock.js';

const NOW = '2026-11-18T11:00:00Z';
let desk: TestApplication;
let place: { clientId: string; uprn: string; zoneCode: string };
let officerId: string;

beforeAll(async () => {
  desk = await startTestApplication({ clock: new TestClock(NOW) });
  await write(async (tx) => {
    const zoneCode = await aZone(tx, 'Z91');
    place = { clientId: (await aClient(tx)).id, uprn: await aProperty(tx, zoneCode), zoneCode };
    officerId = await aStaffAccount(tx, 'officer', 'Asha Officer');
  });
});
afterAll(() => desk.stop());

function write(work: (tx: Tx) => Promise<void>): Promise<void> {
  return desk.app.get(UnitOfWork).run(work);
}

async function insert(building: ApplicationBuilder): Promise<string> {
  let reference = '';
  await write(async (tx) => {
    reference = (await building.insert(tx)).application.reference;
  });
  return reference;
}

describe('the case page', () => {
  it('says what must be proved and what is missing', async () => {
    const reference = await insert(
      anApplication(place)
        .inReviewBy(officerId)
        .paid(5500, undefined, new Date('2026-11-22T09:12:00Z'))
        .withAcceptedPaper('utility_bill', officerId)
        .withV5C(),
    );
    const officer = await desk.signInAs('officer');
    const answer = await officer.get(`/applications/${reference}`);
    expect(answer.status).toBe(200);
    const $ = load(answer.text);
    const needs = $('[aria-labelledby=needs]').text();
    expect(needs).toMatch(/Proof of address\s+Proved/);
    // Said once, with the rest that is missing, and not beside the need again.
    const missing = /[Ll]ook at the V5C registration document and mark it/;
    expect($('[aria-labelledby=gate]').text()).toMatch(missing);
    expect(needs).not.toMatch(missing);
    expect($('.moj-identity-bar').text()).toContain('Asha Officer');
    expect($('.moj-identity-bar').text()).toContain('22 November 2026, 9:12am');
    expect($('[aria-labelledby=declared]').text()).toContain('AB12 CDE');
  });

  it('offers nothing that this person may not do', async () => {
    const reference = await insert(anApplication(place).inReviewBy(officerId).withV5C());
    const other = await desk.signInAs('officer');
    const $ = load((await other.get(`/applications/${reference}`)).text);
    expect($('.desk-case__actions').text()).not.toMatch(/Approve|Reject|Give the case back/);
    expect($('.desk-case__main').text()).toContain('Asha Officer is reviewing this case');
  });

  it('shows support the case without a way to its papers, and lets them write and withdraw', async () => {
    const reference = await insert(anApplication(place).free().withPaper('proof_of_care'));
    const support = await desk.signInAs('support');
    const $ = load((await support.get(`/applications/${reference}`)).text);
    expect($('a[href*="/evidence/"]')).toHaveLength(0);
    expect($('.desk-case__actions').text().trim()).toBe('Withdraw');
    expect($('form[action$="/notes"]')).toHaveLength(1);
  });

  it('lets an auditor read and do nothing', async () => {
    const reference = await insert(anApplication(place).withV5C());
    const auditor = await desk.signInAs('auditor');
    const $ = load((await auditor.get(`/applications/${reference}`)).text);
    expect($('main form, .desk-case form')).toHaveLength(0);
    expect($('.desk-case__actions').text().trim()).toBe('');
  });

  it('is not for administrators, nor for nobody', async () => {
    const reference = await insert(anApplication(place));
    const administrator = await desk.signInAs('administrator');
    expect((await administrator.get(`/applications/${reference}`)).status).toBe(403);
    const nobody = await desk.visitor().get(`/applications/${reference}`);
    expect(nobody.status).toBe(303);
  });

  it('answers 404 for a case that is not there', async () => {
    const officer = await desk.signInAs('officer');
    expect((await officer.get('/applications/PD-2222-2222')).status).toBe(404);
  });

  it('shows hostile text as text', async () => {
    const hostile = '"><script>alert(1)</script>{{7*7}}';
    const reference = await insert(
      anApplication(place).with({ applicantName: hostile, keeperName: hostile }),
    );
    const officer = await desk.signInAs('officer');
    const $ = load((await officer.get(`/applications/${reference}`)).text);
    expect($('main script')).toHaveLength(0);
    expect($('.moj-identity-bar').text()).toContain(hostile);
  });
});
