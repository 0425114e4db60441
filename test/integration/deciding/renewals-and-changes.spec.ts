import { coverOf } from '../../../src/permits/permits.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { localDate } from '../../../src/shared/london-date.js';
import { formatRegistration } from '../../../src/shared/vehicle-registration.js';
import { aPlate } from '../../builders/a-plate.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { approve, type DecidingBench, makePermit, startDecidingBench } from './deciding-bench.js';

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

describe('a renewal', () => {
  it('starts when the old permit ends and takes over its place (R-REN-4)', async () => {
    const old = await approvedPermit();
    await approvedPermit({ uprn: old.uprn }); // the property is full now
    await comeBackAt('2027-11-10T10:00:00Z');
    const renewal = await approvedPermit({
      uprn: old.uprn,
      change: (building) =>
        building.with({
          concernsPermitId: old.permit.id,
          startOn: localDate('2027-11-20'),
        }),
      money: 'captured',
    });
    expect(renewal.permit.startsAt).toEqual(old.permit.endsAt);
    expect(renewal.permit.endsAt).toEqual(new Date('2028-12-01T00:00:00Z'));
    expect(await bench.rows('property_slots', old.application.id)).toEqual([]);
    expect(await bench.rows('property_slots', renewal.application.id)).toMatchObject([
      { ends_at: renewal.permit.endsAt },
    ]);
  });

  it('of a permit of another property is refused', async () => {
    const elsewhere = await approvedPermit();
    const { application } = await add({
      change: (building) => building.with({ concernsPermitId: elsewhere.permit.id }),
    });
    expect((await open(application.reference)).text).toContain('belongs to another property');
  });
});

describe('a Vehicle Change Request', () => {
  const request = (permitId: string | null, uprn: string): More => ({
    uprn,
    pence: 0,
    change: (building) =>
      building.with({
        permitTypeCode: 'vehicle_change_request',
        concernsPermitId: permitId,
        durationMonths: 0,
        ...aPlate(),
      }),
  });

  it('changes the vehicle from this instant: no gap, no overlap (R-VC-2)', async () => {
    const {
      permit,
      uprn,
      application: old,
    } = await approvedPermit({
      change: (building) => building.with({ startOn: localDate('2026-11-01') }),
    });
    bench.desk.clock.advance({ minutes: 3 });
    const at = bench.desk.clock.now();
    const { application } = await add(request(permit.id, uprn));
    const { checked, sent } = await approve(officer, application.reference);
    const [now, before] = [application, old].map(({ registration }) => registration ?? '');
    expect(checked.text).toContain(
      `${formatRegistration(now ?? '')}, instead of ${formatRegistration(before ?? '')}`,
    );
    expect(sent.status).toBe(303);
    expect(await coverOf(reader(), permit.id)).toMatchObject([
      { registration: before, coveredFrom: permit.startsAt, coveredTo: at },
      { registration: now, coveredFrom: at, coveredTo: permit.endsAt, recordedAt: at },
    ]);
    expect(await permitsOf(application.id)).toEqual([]);
    expect(await bench.rows('property_slots', application.id)).toEqual([]);
  });

  it('on a permit still to come holds from its first instant', async () => {
    const { permit, uprn } = await approvedPermit();
    const { application } = await add(request(permit.id, uprn));
    expect((await approve(officer, application.reference)).sent.status).toBe(303);
    expect(await coverOf(reader(), permit.id)).toMatchObject([
      {
        registration: application.registration,
        coveredFrom: permit.startsAt,
        coveredTo: permit.endsAt,
      },
    ]);
  });

  it('is refused in words when the permit has ended', async () => {
    const { permit, uprn } = await approvedPermit();
    await bench.desk.database.dataSource.query(
      `UPDATE permits SET ended_early_at = '2026-11-20 09:00:00' WHERE id = ?`,
      [permit.id],
    );
    const { application } = await add(request(permit.id, uprn));
    expect((await open(application.reference)).text).toContain(
      `Permit ${permit.reference} ended on 20 November 2026, 9am`,
    );
  });

  it('is refused in words when there is no permit', async () => {
    const { application } = await add(request(null, await bench.addProperty()));
    expect((await open(application.reference)).text).toContain('No permit is known');
  });
});
