import type { Reader } from '../platform/database/transaction.js';
import { keptByStamp } from '../policy/policy-stamp.queries.js';
import { appliesOn } from '../shared/effective-dates.js';
import { localDate, type LocalDate } from '../shared/local-date.js';
import type { Pence } from '../shared/money.js';
import type { EvidenceNeedRow } from './evidence-needs.rules.js';
import { isPaperKind } from './paper-kinds.rules.js';
import type { PermitPrice } from './permit-prices.rules.js';
import type { PermitType, VehicleChange, VehicleClass } from './permit-type.rules.js';

/** Every line there was, is and will be, in the order shown to people; kept until policy changes. */
const permitLines = keptByStamp(async (reader) => ({
  types: await allTypes(reader),
  prices: await allPrices(reader),
  needs: await allNeeds(reader),
}));

/** The type as it stands on that day; null when it does not exist then. */
export async function findPermitType(
  reader: Reader,
  code: string,
  on: LocalDate,
): Promise<PermitType | null> {
  return (await listPermitTypes(reader, on)).find((type) => type.code === code) ?? null;
}

/** Every type that stands on that day, in the order shown to people. */
export async function listPermitTypes(reader: Reader, on: LocalDate): Promise<PermitType[]> {
  return (await permitLines(reader)).types.filter((type) => appliesOn(type, on));
}

/** The price list of one type on that day, blank prices included. */
export async function listPrices(
  reader: Reader,
  permitTypeCode: string,
  on: LocalDate,
): Promise<PermitPrice[]> {
  return (await permitLines(reader)).prices.filter(
    (price) => price.permitTypeCode === permitTypeCode && appliesOn(price, on),
  );
}

/** Every different price for that class and term on that day, of whatever type; blanks left out. */
export async function pricesOfClass(
  reader: Reader,
  asked: Pick<PermitPrice, 'vehicleClass' | 'durationMonths'> & { on: LocalDate },
): Promise<Pence[]> {
  const found = (await permitLines(reader)).prices.filter(
    (price) =>
      price.vehicleClass === asked.vehicleClass &&
      price.durationMonths === asked.durationMonths &&
      appliesOn(price, asked.on),
  );
  return [...new Set(found.flatMap(({ pricePence }) => pricePence ?? []))];
}

/** What one type asks to be proved on that day; `requiredNeeds` picks from it for one application. */
export async function listEvidenceNeeds(
  reader: Reader,
  permitTypeCode: string,
  on: LocalDate,
): Promise<EvidenceNeedRow[]> {
  return (await permitLines(reader)).needs.filter(
    (need) => need.permitTypeCode === permitTypeCode && appliesOn(need, on),
  );
}

async function allTypes(reader: Reader): Promise<PermitType[]> {
  const rows: TypeRow[] = await reader.query(
    `SELECT code, valid_from, valid_to, name, grants_permit, vehicle_change,
            counts_toward_property_cap, shares_free_slot, needs_health_proof, target_working_days,
            display_order
       FROM permit_types ORDER BY display_order, code, valid_from DESC`,
  );
  return rows.map(toPermitType);
}

async function allPrices(reader: Reader): Promise<PermitPrice[]> {
  const rows: PriceRow[] = await reader.query(
    `SELECT permit_type_code, vehicle_class, duration_months, valid_from, valid_to, price_pence
       FROM permit_prices ORDER BY permit_type_code, vehicle_class, duration_months, valid_from`,
  );
  return rows.map((row) => ({
    ...period(row),
    permitTypeCode: row.permit_type_code,
    vehicleClass: row.vehicle_class,
    durationMonths: row.duration_months,
    pricePence: row.price_pence,
  }));
}

async function allNeeds(reader: Reader): Promise<EvidenceNeedRow[]> {
  const rows: NeedRow[] = await reader.query(
    `SELECT permit_type_code, need, valid_from, valid_to, paper_kinds, display_order
       FROM permit_evidence_needs ORDER BY display_order, need, valid_from`,
  );
  return rows.map((row) => ({
    ...period(row),
    permitTypeCode: row.permit_type_code,
    need: row.need,
    paperKinds: row.paper_kinds.split(',').filter(isPaperKind),
    displayOrder: row.display_order,
  }));
}

interface PeriodRow {
  valid_from: string;
  valid_to: string | null;
}

interface TypeRow extends PeriodRow {
  code: string;
  name: string;
  grants_permit: number;
  vehicle_change: VehicleChange;
  counts_toward_property_cap: number;
  shares_free_slot: number;
  needs_health_proof: number;
  target_working_days: number;
  display_order: number;
}

interface PriceRow extends PeriodRow {
  permit_type_code: string;
  vehicle_class: VehicleClass;
  duration_months: number;
  price_pence: number | null;
}

interface NeedRow extends PeriodRow {
  permit_type_code: string;
  need: string;
  paper_kinds: string;
  display_order: number;
}

function toPermitType(row: TypeRow): PermitType {
  return {
    ...period(row),
    code: row.code,
    name: row.name,
    grantsPermit: row.grants_permit === 1,
    vehicleChange: row.vehicle_change,
    countsTowardPropertyCap: row.counts_toward_property_cap === 1,
    sharesFreeSlot: row.shares_free_slot === 1,
    needsHealthProof: row.needs_health_proof === 1,
    targetWorkingDays: row.target_working_days,
    displayOrder: row.display_order,
  };
}

function period(row: PeriodRow): { validFrom: LocalDate; validTo: LocalDate | null } {
  return {
    validFrom: localDate(row.valid_from),
    validTo: row.valid_to === null ? null : localDate(row.valid_to),
  };
}
