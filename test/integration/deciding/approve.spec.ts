import { coverOf, zonesOf } from '../../../src/permits/permits.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { localDate } from '../../../src/shared/london-date.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import {
  approve,
  type DecidingBench,
  makePermit,
  send,
  startDecidingBench,
} from './deciding-bench.js';

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
});
beforeEach(() => comeBackAt('2026-11-20T10:42:00Z'));
afterAll(() => bench.stop());

type More = Omit<Parameters<DecidingBench['addCase']>[0], 'officerId'>;
const add = (more: More = {}) => bench.addCase({ officerId: officer.staff.id, ...more });
const permitsOf = (applicationId: string) => bench.rows('permits', applicationId);
const open = (reference: string) => officer.get(`/applications/${reference}/approval/new`);

const approvedPermit = (more: More = {}) => makePermit(bench, officer, more);

/** Sessions end while the clock jumps, so the officer signs in again. */
async function comeBackAt(instant: string) {
  bench.desk.clock.set(instant);
  officer = await bench.desk.signInAs('officer');
}

const reader = () => bench.desk.app.get(Database).reader;

describe('approving', () => {
  it('makes the permit, holds its place, captures the money and writes the letter', async () => {
    const { application, permit, uprn } = await approvedPermit();
    expect(permit).toMatchObject({
      permitTypeCode: 'resident',
      uprn,
      holderName: application.applicantName,
      startsAt: new Date('2026-12-01T00:00:00Z'),
      endsAt: new Date('2027-12-01T00:00:00Z'),
      pricePence: 5500,
    });
    expect(await zonesOf(reader(), permit.id)).toEqual(['Z901']);
    expect(await coverOf(reader(), permit.id)).toMatchObject([
      {
        registration: application.registration,
        coveredFrom: permit.startsAt,
        coveredTo: permit.endsAt,
      },
    ]);
    expect(await bench.rows('property_slots', application.id)).toMatchObject([
      { kind: 'cap', position: 1, ends_at: permit.endsAt },
    ]);
    expect(await bench.rows('payment_commands', application.id)).toMatchObject([
      { kind: 'capture', state: 'requested', amount_pence: 5500 },
    ]);
    expect(await bench.events(application.id)).toEqual([
      'application-approved',
      'payment-requested',
      'letter-written',
    ]);
    expect(await bench.waiting(application.id)).toEqual([
      'letter.written',
      'payment.capture-requested',
    ]);
  });

  it('names on the check page the very permit that is made', async () => {
    const { application } = await add();
    const { checked } = await approve(officer, application.reference);
    const [permit] = await permitsOf(application.id);
    const [letter] = await bench.rows('letters', application.id);
    expect(checked.$('.desk-letter__body').text()).toContain(String(permit?.['reference']));
    expect(String(letter?.['body'])).toContain(`Permit: ${String(permit?.['reference'])}`);
    expect(checked.$('.govuk-summary-list').text()).toContain('1 of 2 at this property');
  });

  it('asks no money for a free permit', async () => {
    const { application } = await approvedPermit({
      pence: 0,
      change: (building) =>
        building
          .with({ permitTypeCode: 'essential_carer' })
          .withAcceptedPaper('proof_of_care', officer.staff.id),
    });
    expect(await bench.rows('payment_commands', application.id)).toEqual([]);
    expect(await bench.rows('property_slots', application.id)).toMatchObject([{ kind: 'free' }]);
  });

  it('answers the same form sent again with the first result (R6.5)', async () => {
    const { application } = await add();
    const checked = await open(application.reference);
    const both = await Promise.all([send(officer, checked), send(officer, checked)]);
    const again = await send(officer, checked);
    expect([...both, again].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await permitsOf(application.id)).toHaveLength(1);
    expect(await bench.rows('payment_commands', application.id)).toHaveLength(1);
  });

  it('starts on the day of the approval when that comes after the day asked for', async () => {
    const late = { startOn: localDate('2026-11-19') };
    const { permit } = await approvedPermit({ change: (building) => building.with(late) });
    expect(permit.startsAt).toEqual(bench.desk.clock.now());
    expect(permit.endsAt).toEqual(new Date('2027-11-20T00:00:00Z'));
  });

  it('is shown again when the terms are no longer what was checked (R6.7)', async () => {
    const { application } = await add({
      change: (building) => building.with({ startOn: localDate('2026-11-19') }),
    });
    await comeBackAt('2026-11-20T23:55:00Z');
    await bench.desk.database.dataSource.query(
      'UPDATE applications SET claimed_by = ? WHERE id = ?',
      [officer.staff.id, application.id],
    );
    const checked = await officer.get(`/applications/${application.reference}/approval/new`);
    expect(checked.text).toContain('First day: 20 November 2026');
    bench.desk.clock.set('2026-11-21T00:01:00Z');
    const answer = await send(officer, checked);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Something changed since you checked this');
    expect(answer.text).toContain('First day: 21 November 2026');
    expect(await permitsOf(application.id)).toEqual([]);
    expect((await send(officer, answer)).status).toBe(303);
  });
});

describe('what is in the way of approving', () => {
  it('is every need that is not proved, with the way there', async () => {
    const { application } = await bench.addCase({
      officerId: officer.staff.id,
      change: (building) =>
        building.with({ permitTypeCode: 'temporary_resident' }).withPaper('tenancy_agreement'),
    });
    const blocked = await open(application.reference);
    expect(blocked.status).toBe(200);
    expect(blocked.$('h1').text()).toContain('cannot be approved yet');
    expect(blocked.text).toContain('Signed tenancy agreement: look at the tenancy agreement');
    expect(
      blocked.$(`a[href="/applications/${application.reference}/evidence/3"]`).text(),
    ).toContain('Review paper 3');
    expect(blocked.$('main form')).toHaveLength(0);
  });

  it.each([
    ['state', `state = 'cancelled'`, 'Ask the resident to pay again'],
    ['end', `hold_ends_at = '2026-11-20 10:42:00'`, 'look again in a minute'],
  ])('is a hold known to have lapsed by its %s (409, no permit)', async (_, lapsed, told) => {
    const { application } = await add();
    const checked = await open(application.reference);
    await bench.desk.database.dataSource.query(
      `UPDATE payments SET ${lapsed} WHERE application_id = ?`,
      [application.id],
    );
    const answer = await send(officer, checked);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain(told);
    expect(await permitsOf(application.id)).toEqual([]);
    expect(await bench.rows('payment_commands', application.id)).toEqual([]);
  });

  it('is a paper whose acceptance was taken back after the page was drawn', async () => {
    const { application, papers } = await add();
    const checked = await open(application.reference);
    await bench.desk.database.dataSource.query(
      `UPDATE paper_checks SET verdict = 'ask_again' WHERE paper_id = ?`,
      [papers[0]?.id],
    );
    const answer = await send(officer, checked);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Proof of address: the paper has to be asked for again.');
    expect(await permitsOf(application.id)).toEqual([]);
  });

  it('is a property in no zone on the day the application came', async () => {
    const { application, uprn } = await add();
    await bench.desk.database.dataSource.query('DELETE FROM property_zones WHERE uprn = ?', [uprn]);
    expect((await open(application.reference)).text).toContain(
      'in no permit zone on 17 November 2026',
    );
  });

  it('attack 040: is not a zone that changed afterwards: the day it came decides (R6.7)', async () => {
    const { application, uprn } = await add();
    await bench.desk.database.dataSource.query(
      `UPDATE property_zones SET valid_to = '2026-11-18' WHERE uprn = ?`,
      [uprn],
    );
    const checked = await open(application.reference);
    expect(checked.text).toContain('The property lies in no zone today');
    expect((await send(officer, checked)).status).toBe(303);
  });

  it('is a property that has all its permits', async () => {
    const { uprn } = await approvedPermit();
    await approvedPermit({ uprn });
    const { application } = await add({ uprn });
    const blocked = await open(application.reference);
    expect(blocked.text).toContain('may have 2 permits at one time and has 2');
  });

  it('is the one free permit, when another has it', async () => {
    const free: More = {
      pence: 0,
      change: (building) =>
        building
          .with({ permitTypeCode: 'essential_carer' })
          .withAcceptedPaper('proof_of_care', officer.staff.id),
    };
    const { uprn } = await approvedPermit(free);
    const { application } = await add({ ...free, uprn });
    expect((await open(application.reference)).text).toContain('already in use');
  });

  it('is money that was never paid', async () => {
    const { application } = await add({ pence: 0 });
    expect((await open(application.reference)).text).toContain('The price is £55 and £0 was paid.');
  });

  it('is another sum at the payment service', async () => {
    const { application } = await add();
    await bench.desk.database.dataSource.query(
      `INSERT INTO timeline_events (id, application_id, type, happened_at, actor_kind, payload)
       VALUES (?, ?, 'payment-differs', UTC_TIMESTAMP(3), 'system', '{}')`,
      [newId(), application.id],
    );
    expect((await open(application.reference)).text).toContain('holds another sum');
  });

  it('is a case that somebody else holds, or that was decided', async () => {
    const { application } = await add();
    const other = await bench.desk.signInAs('officer');
    const path = `/applications/${application.reference}/approval/new`;
    expect((await other.get(path)).status).toBe(409);
    await approve(officer, application.reference);
    const decided = await officer.get(path);
    expect(decided.status).toBe(409);
    expect(decided.$('a.govuk-button').attr('href')).toBe(
      `/applications/${application.reference}/decision`,
    );
  });
});
