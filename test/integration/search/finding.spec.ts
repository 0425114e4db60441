import { randomBytes } from 'node:crypto';
import {
  correctRegistration,
  findApplication,
} from '../../../src/applications/applications.store.js';
import { changeVehicle, insertPermit } from '../../../src/permits/permits.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { makeReference } from '../../../src/shared/case-reference.js';
import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import { results, search, type Searcher, startSearchBench } from './search-bench.js';

let bench: Awaited<ReturnType<typeof startSearchBench>>;
let officer: Searcher;
beforeAll(async () => {
  bench = await startSearchBench();
}, 60_000);
beforeEach(async () => {
  officer = await bench.startAfresh();
});
afterAll(() => bench.stop());

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
    const { reference } = await bench.addCase({
      applicantName: 'Zoë O’Neill',
      keeperName: 'Example Leasing',
      applicantEmail: 'zoe@example.com',
      applicantMobile: '+447700900123',
      registration: 'FY64BBO',
      registrationKey: lookAlikeKey('FY64BBO'),
      clientReference: 'WEB-2026-000123',
    });
    await bench.addCase({
      applicantName: 'Sam Other',
      keeperName: 'Sam Other',
      applicantEmail: 'sam@example.org',
      registration: null,
      registrationKey: null,
    });
    const found = results(await search(typed, officer));
    const mine = found.filter(([one]) => one === reference);
    expect(mine).toEqual([[reference, why]]);
    // Only a postcode is shared with the other case.
    expect(found).toHaveLength(
      why.startsWith('Same postcode') || why.startsWith('Postcode') ? 2 : 1,
    );
  });

  it('a whole reference leads straight to its case; a part of it to a list', async () => {
    const { reference } = await bench.addCase({});
    const whole = await officer.post('/searches', { typed: reference.toLowerCase() });
    expect([whole.status, whole.location]).toEqual([303, `/applications/${reference}`]);
    const part = results(await search(reference.slice(0, 7), officer));
    expect(part).toEqual([[reference, 'Reference starts like this']]);
  });

  it('puts what was typed before look-alikes, strong before weak, newest first (R-VRM-5)', async () => {
    const weak = await bench.withPlate('LG09RV5');
    const strong = await bench.withPlate('LGO9RVS');
    const old = await bench.addCase({
      registration: 'LG09RVS',
      registrationKey: lookAlikeKey('LG09RVS'),
      receivedAt: new Date('2026-11-01T10:00:00Z'),
    });
    const same = await bench.withPlate('LG09RVS');
    const slip = await bench.withPlate('LG08RVS');
    const found = results(await search('lg09 rvs', officer));
    expect(found.map(([reference]) => reference)).toEqual(
      [same, old, strong, weak, slip].map(({ reference }) => reference),
    );
  });

  it('is found by the corrected registration at once, and no longer by the old one', async () => {
    const { id, reference } = await bench.withPlate('AB12CDE');
    await bench.desk.app.get(UnitOfWork).run(async (tx) => {
      const application = await findApplication(tx, id);
      if (!application) throw new Error('The case is gone.');
      const registration = 'XY34ZZZ';
      const vehicle = { registration, registrationKey: registration, registrationOverride: null };
      await correctRegistration(tx, application, vehicle);
    });
    expect(results(await search('XY34ZZZ', officer))).toEqual([[reference, 'Same registration']]);
    expect(results(await search('AB12CDE', officer))).toEqual([]);
  });

  it('a permit’s case is found by the vehicle that came later and by the permit’s reference', async () => {
    const application = await bench.withPlate('AB12CDE');
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
    const later = results(await search('XY34 ZZZ', officer));
    expect(later).toEqual([[reference, 'Same registration, on the permit']]);
    const byPermit = results(await search(permit.reference, officer));
    expect(byPermit).toEqual([[reference, 'Same permit reference']]);
    await bench.rows('DELETE FROM permit_vehicles');
    await bench.rows('DELETE FROM permits');
  });
});
