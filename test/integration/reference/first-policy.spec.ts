import { allMigrations } from '../../../src/migrations/all-migrations.js';
import { newId } from '../../../src/platform/database/new-id.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { requiredNeeds } from '../../../src/permit-types/evidence-needs.rules.js';
import { amountDue, priceFor } from '../../../src/permit-types/permit-prices.rules.js';
import { recordPrice } from '../../../src/permit-types/permit-prices.store.js';
import {
  KEEPER_KINDS,
  PERMIT_TYPE_CODES,
  type VehicleClass,
} from '../../../src/permit-types/permit-type.rules.js';
import {
  findPermitType,
  listEvidenceNeeds,
  listPermitTypes,
  listPrices,
} from '../../../src/permit-types/permit-types.queries.js';
import { localDate } from '../../../src/shared/local-date.js';
import { isZoneCode, ZONE_KIND_LABELS } from '../../../src/zones/zone.rules.js';
import { findZone, listZoneCodes, listZones } from '../../../src/zones/zones.queries.js';
import { createReferenceDatabase, type ReferenceDatabase } from './reference-database.js';

const TODAY = localDate('2026-11-20');
const FIRST_DAY = localDate('2025-04-01');
const DAY_BEFORE = localDate('2025-03-31');

let database: ReferenceDatabase;
beforeAll(async () => {
  database = await createReferenceDatabase();
}, 60_000);
afterAll(() => database.drop());
const reader = () => database.source.manager;
const write = <T>(work: (tx: Tx) => Promise<T>) => database.unitOfWork.run(work);

async function price(code: string, vehicleClass: VehicleClass, durationMonths: number, on = TODAY) {
  const prices = await listPrices(reader(), code, on);
  const outcome = priceFor({ prices, permitTypeCode: code, vehicleClass, durationMonths, on });
  return outcome.ok ? outcome.pricePence : outcome.refusal;
}

describe('the permit types', () => {
  it('are those of the catalogue, in order, from 1 April 2025', async () => {
    const types = await listPermitTypes(reader(), TODAY);
    expect(types.map((type) => type.code)).toEqual([...PERMIT_TYPE_CODES]);
    expect(await listPermitTypes(reader(), DAY_BEFORE)).toEqual([]);
    expect(await findPermitType(reader(), 'resident', FIRST_DAY)).not.toBeNull();
    expect(await findPermitType(reader(), 'resident', DAY_BEFORE)).toBeNull();
  });

  it('share one free slot between carer and disabled resident, and nobody else (R-FREE-2)', async () => {
    const types = await listPermitTypes(reader(), TODAY);
    expect(types.filter((type) => type.sharesFreeSlot).map((type) => type.code)).toEqual([
      'disabled_resident',
      'essential_carer',
    ]);
  });

  it('grant a permit, but for the vehicle change request (R-REP-2)', async () => {
    const types = await listPermitTypes(reader(), TODAY);
    expect(types.filter((type) => !type.grantsPermit).map((type) => type.code)).toEqual([
      'vehicle_change_request',
    ]);
    expect((await findPermitType(reader(), 'resident', TODAY))?.vehicleChange).toBe(
      'request_review',
    );
  });
});

describe('the price list (R-PRI-2, C-1, U-1)', () => {
  it.each([
    ['resident', 'car', 12, 5500],
    ['resident', 'car', 6, 'duration_not_offered'],
    ['resident', 'none', 12, 'not_offered_for_vehicle'],
    ['disabled_resident', 'car', 12, 5500],
    ['motorcycle', 'motorcycle', 12, 2750],
    ['temporary_resident', 'car', 6, 2750],
    ['temporary_resident', 'car', 12, 5500],
    ['business', 'car', 6, 2750],
    ['business', 'car', 12, 5500],
    ['essential_carer', 'car', 12, 'no_price'],
    ['vehicle_change_request', 'car', 0, 'no_price'],
  ] as const)('%s, %s, %d months: %s', async (code, vehicleClass, months, expected) => {
    expect(await price(code, vehicleClass, months)).toBe(expected);
  });

  it('gives the first carer permit free although its price is blank (R-FREE-1)', async () => {
    const prices = await listPrices(reader(), 'essential_carer', TODAY);
    const question = {
      prices,
      permitTypeCode: 'essential_carer',
      vehicleClass: 'car' as const,
      durationMonths: 12,
      on: TODAY,
    };
    expect(amountDue(question, true)).toEqual({ ok: true, pricePence: 0 });
  });

  it('takes a new price from a day on and keeps the old one before it', async () => {
    const line = {
      permitTypeCode: 'business',
      vehicleClass: 'motorcycle' as const,
      durationMonths: 12,
      validFrom: localDate('2027-04-01'),
    };
    await write((tx) => recordPrice(tx, { ...line, pricePence: 3000 }));
    await write((tx) => recordPrice(tx, { ...line, pricePence: 3025 }));
    expect(await price('business', 'motorcycle', 12, localDate('2027-03-31'))).toBe(2750);
    expect(await price('business', 'motorcycle', 12, localDate('2027-04-01'))).toBe(3025);
  });
});

describe('the evidence each type needs', () => {
  const RESIDENCY = [
    'tenancy_agreement',
    'utility_bill',
    'bank_statement',
    'completion_letter',
    'solicitor_letter',
  ];
  it.each([
    ['resident', ['residency', 'vehicle']],
    ['disabled_resident', ['residency', 'blue_badge', 'vehicle']],
    ['motorcycle', ['residency', 'vehicle']],
    ['temporary_resident', ['tenancy', 'vehicle']],
    ['essential_carer', ['residency', 'care', 'vehicle']],
    ['business', ['business', 'vehicle']],
    ['vehicle_change_request', ['vehicle']],
  ])('%s: %j', async (code, expected) => {
    const needs = await listEvidenceNeeds(reader(), code, TODAY);
    const required = requiredNeeds({ needs, keeperKind: 'own' });
    expect(required.map(({ need }) => need)).toEqual(expected);
    const residency = required.find(({ need }) => need === 'residency');
    if (residency) expect(residency.paperKinds).toEqual(RESIDENCY);
  });

  it.each(KEEPER_KINDS.filter((kind) => kind !== 'own'))(
    'asks a keeper’s paper of every type for %s, each known by name',
    async (keeperKind) => {
      for (const code of PERMIT_TYPE_CODES) {
        const needs = await listEvidenceNeeds(reader(), code, TODAY);
        const required = requiredNeeds({ needs, keeperKind });
        expect(required.at(-1)?.need).toBe('keeper');
        for (const { paperKinds } of required) expect(paperKinds.length).toBeGreaterThan(0);
      }
    },
  );

  it('accepts a mobile phone bill for nothing', async () => {
    const rows = await database.source.query(
      `SELECT need FROM permit_evidence_needs WHERE FIND_IN_SET('mobile_phone_bill', paper_kinds)`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the zones', () => {
  it('allow no visitors in Loughborough zone 7 and in zones 42 and 43 (R-ZONE-2)', async () => {
    const zones = await listZones(reader(), TODAY);
    const closed = zones.filter((zone) => !zone.visitorsAllowed);
    expect(closed.map((zone) => [zone.code, zone.town])).toEqual([
      ['Z7', 'Loughborough'],
      ['Z42', 'Oadby'],
      ['Z43', 'Wigston'],
    ]);
  });

  it('have a Z-number, a known kind and a cap of 2', async () => {
    const zones = await listZones(reader(), TODAY);
    expect(zones.length).toBe((await listZoneCodes(reader())).size);
    for (const zone of zones) {
      expect(isZoneCode(zone.code)).toBe(true);
      expect(ZONE_KIND_LABELS[zone.kind]).toMatch(/\S/);
      expect(zone.propertyCap).toBe(2);
    }
  });

  it('exist by date', async () => {
    expect((await findZone(reader(), 'Z42', FIRST_DAY))?.town).toBe('Oadby');
    expect(await findZone(reader(), 'Z42', DAY_BEFORE)).toBeNull();
    expect(await findZone(reader(), 'Z99', TODAY)).toBeNull();
  });
});

describe('the migrations of this policy', () => {
  /** As a migration of the council's would: processes read policy anew by its stamp. */
  async function setCapOfZ5(cap: number): Promise<void> {
    await database.source.query(`UPDATE zones SET property_cap = ? WHERE code = 'Z5'`, [cap]);
    await database.source.query('UPDATE policy_stamp SET stamp = ?', [newId()]);
  }

  it('run again without harm and keep what the council changed', async () => {
    await setCapOfZ5(1);
    const runner = database.source.createQueryRunner();
    try {
      for (const Migration of allMigrations.filter((one) => /17636000010/.test(one.name))) {
        await new Migration().up(runner);
      }
    } finally {
      await runner.release();
    }
    expect((await findZone(reader(), 'Z5', TODAY))?.propertyCap).toBe(1);
    expect(await listPermitTypes(reader(), TODAY)).toHaveLength(PERMIT_TYPE_CODES.length);
    await setCapOfZ5(2);
  });
});
