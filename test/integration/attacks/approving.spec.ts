import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import {
  approve,
  type DecidingBench,
  makePermit,
  send,
  startDecidingBench,
} from '../deciding/deciding-bench.js';
import type { TestStaff } from '../../support/test-application.js';
import type { Answer, Fields, TestBrowser } from '../../support/test-browser.js';

/** Rows of the catalogue of attacks about approving what may not be approved: nothing changes. */

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  bench.desk.clock.set('2026-11-20T10:42:00Z');
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

type More = Omit<Parameters<DecidingBench['addCase']>[0], 'officerId'>;
const add = (more: More = {}) => bench.addCase({ officerId: officer.staff.id, ...more });

const TABLES = ['permits', 'decisions', 'property_slots', 'payment_commands', 'letters'];
const stateOf = async (id: string) =>
  JSON.stringify([
    await bench.desk.database.dataSource.query('SELECT * FROM applications WHERE id = ?', [id]),
    ...(await Promise.all(TABLES.map((table) => bench.rows(table, id)))),
  ]);

/** Draws a form of the case that was open a moment ago, and sends the approval all the same. */
async function forceApproval(reference: string): Promise<Answer> {
  const [{ version }] = await bench.desk.database.dataSource.query(
    'SELECT version FROM applications WHERE reference = ?',
    [reference],
  );
  return officer.post(`/applications/${reference}/approval`, {
    version: String(version),
    formId: crypto.randomUUID(),
    drawnAt: '2026-11-20T10:42:00Z',
    terms: 'made up',
    privateNote: '',
  });
}

async function isRefused(
  { application }: { application: { id: string; reference: string } },
  { status, words }: { status: number; words: RegExp },
) {
  const before = await stateOf(application.id);
  const page = await officer.get(`/applications/${application.reference}`);
  expect(page.$('[aria-labelledby=gate]').text()).toMatch(words);
  const answer = await forceApproval(application.reference);
  expect(answer.status).toBe(status);
  expect(answer.$('main').text()).toMatch(words);
  expect(await stateOf(application.id)).toBe(before);
}

it('attack 029: no proof of address is accepted', async () => {
  const built = await add({
    change: (a) => {
      Object.assign(a, { papers: [] });
      return a.withPaper('utility_bill').withAcceptedPaper('v5c', officer.staff.id);
    },
  });
  await isRefused(built, { status: 422, words: /Proof of address: look at the utility bill/ });
});

it('attack 031: the hold on the card has lapsed', async () => {
  const built = await add();
  await bench.desk.database.dataSource.query(
    'UPDATE payments SET hold_ends_at = ? WHERE application_id = ?',
    [new Date('2026-11-20T10:41:59Z'), built.application.id],
  );
  await isRefused(built, { status: 409, words: /nothing is held|hold on the card ended/ });
});

it('attack 036: the free permit twice, by essential carer and by disabled resident', async () => {
  const uprn = await bench.addProperty();
  const change: More['change'] = (a) =>
    a
      .with({ permitTypeCode: 'essential_carer' })
      .withAcceptedPaper('proof_of_care', officer.staff.id);
  await makePermit(bench, officer, { pence: 0, uprn, change });
  const second = await add({
    ...{ pence: 0, uprn },
    change: (a) =>
      a
        .with({ permitTypeCode: 'disabled_resident' })
        .withAcceptedPaper('blue_badge', officer.staff.id),
  });
  await isRefused(second, { status: 422, words: /free essential carer or disabled resident/ });
});

it('attack 037: a third permit at a property, however the flat is written', async () => {
  const uprn = await bench.addProperty();
  await makePermit(bench, officer, { uprn });
  await makePermit(bench, officer, { uprn });
  const third = await add({ uprn });
  await isRefused(third, { status: 409, words: /may have 2 permits at one time and has 2/ });
});

describe('attack 051: a registration that is elsewhere too', () => {
  const form = 'form[action$="/approval"]';
  const WHY = 'The household keeps one car at both flats, by the V5C.';
  const openOf = (reference: string) => officer.get(`/applications/${reference}/approval/new`);
  const withPlate = (registration: string): More => ({
    change: (a) => a.with({ registration, registrationKey: lookAlikeKey(registration) }),
  });

  async function asksWhy(reference: string, id: string, where: RegExp, see: string) {
    const page = await openOf(reference);
    const panel = page.$('[aria-labelledby=elsewhere]');
    expect(panel.text()).toMatch(where);
    expect(panel.find(`a[href="/applications/${see}"]`)).toHaveLength(1);
    const before = await stateOf(id);
    const typed: Fields = { vehicleReason: '  ', privateNote: 'My own words' };
    const refused = await officer.submit(page, typed, form);
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary a[href="#vehicleReason"]').text()).toMatch(/^Say why/);
    expect(refused.$('#privateNote').text()).toBe('My own words');
    expect(await stateOf(id)).toBe(before);
    const tooLong = await officer.submit(page, { ...typed, vehicleReason: WHY.repeat(10) }, form);
    expect(tooLong.status).toBe(422);
    expect(tooLong.$('#vehicleReason').text()).toBe(WHY.repeat(10));
    expect(await stateOf(id)).toBe(before);
    return refused;
  }

  it('on a live permit: a reason is asked for, and kept with the decision', async () => {
    const live = await makePermit(bench, officer, withPlate('LG09RVK'));
    const { application } = await add(withPlate('LG09RVK'));
    const { id, reference } = application;
    const words =
      /LG09 RVK is on permit .* at another address \(zone Z901\), until 30 November 2027/;
    const refused = await asksWhy(reference, id, words, live.application.reference);
    const sent = await officer.submit(refused, { vehicleReason: WHY }, form);
    expect(sent.status).toBe(303);
    const decided = await officer.get(`/applications/${reference}/decision`);
    expect(decided.$('main').text()).toContain(WHY);
    const timeline = (await officer.get(`/applications/${reference}`)).$('main').text();
    expect(timeline).toContain(`The vehicle is also on ${live.permit.reference}`);
    expect(timeline).toContain(WHY);
    const support = await bench.desk.signInAs('support');
    expect((await support.get(`/applications/${reference}/decision`)).text).not.toContain(WHY);
  });

  it('on a case that waits at another address, but not at the same one', async () => {
    const uprn = await bench.addProperty();
    const waits = await add({ ...withPlate('LG10RVK'), uprn });
    const { application } = await add(withPlate('LG10RVK'));
    const { id, reference } = application;
    await asksWhy(reference, id, /which waits for a decision/, waits.application.reference);
    const neighbour = await add({ ...withPlate('LG11RVK'), uprn });
    await add({ ...withPlate('LG11RVK'), uprn });
    const page = await openOf(neighbour.application.reference);
    expect(page.$('[aria-labelledby=elsewhere], [name=vehicleReason]')).toHaveLength(0);
  });

  it('that came to be elsewhere after the page was opened: it is shown again first', async () => {
    const { application } = await add(withPlate('LG12RVK'));
    const page = await openOf(application.reference);
    const other = await makePermitTwin();
    const before = await stateOf(application.id);
    const refused = await send(officer, page);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Something changed since you checked this');
    expect(refused.$('[aria-labelledby=elsewhere]').text()).toContain(other);
    expect(await stateOf(application.id)).toBe(before);

    async function makePermitTwin(): Promise<string> {
      const twin = await add(withPlate('LG12RVK'));
      const twinPage = await openOf(twin.application.reference);
      const sent = await officer.submit(twinPage, { vehicleReason: WHY }, form);
      expect(sent.status).toBe(303);
      const [permit] = await bench.rows('permits', twin.application.id);
      return String(permit?.['reference']);
    }
  });

  it('is not asked about the permit that is renewed', async () => {
    const { permit, uprn } = await makePermit(bench, officer, withPlate('LG13RVK'));
    const { application } = await add({
      uprn,
      change: (a) =>
        a.with({
          ...{ registration: 'LG13RVK', registrationKey: lookAlikeKey('LG13RVK') },
          concernsPermitId: permit.id,
        }),
    });
    expect((await approve(officer, application.reference)).sent.status).toBe(303);
  });
});
