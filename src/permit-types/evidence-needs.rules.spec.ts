import { localDate } from '../shared/local-date.js';
import {
  EVIDENCE_NEED_LABELS,
  EVIDENCE_NEEDS,
  type EvidenceNeedRow,
  requiredNeeds,
} from './evidence-needs.rules.js';
import type { PaperKind } from './paper-kinds.rules.js';
import { KEEPER_KINDS, type KeeperKind } from './permit-type.rules.js';

const row = (need: string, paperKinds: PaperKind[], displayOrder: number): EvidenceNeedRow => ({
  permitTypeCode: 'resident',
  need,
  paperKinds,
  displayOrder,
  validFrom: localDate('2025-04-01'),
  validTo: null,
});

const NEEDS = [
  row('keeper_company', ['company_letter'], 40),
  row('keeper_lease_hire', ['lease_agreement'], 40),
  row('keeper_motability', ['motability_certificate', 'insurance_certificate'], 40),
  row('keeper_courtesy', ['garage_agreement'], 40),
  row('keeper_just_bought', ['insurance_certificate'], 40),
  row('vehicle', ['v5c', 'new_keeper_slip'], 30),
  row('vehicle_lease_hire', ['v5c', 'lease_agreement'], 30),
  row('residency', ['utility_bill', 'bank_statement'], 10),
  row('care', ['proof_of_care'], 20),
];

const asked = (keeperKind: KeeperKind | null, needs = NEEDS) =>
  requiredNeeds({ needs, keeperKind }).map(({ need, paperKinds }) => [need, paperKinds]);

const RESIDENCY = ['residency', ['utility_bill', 'bank_statement']];
const CARE = ['care', ['proof_of_care']];

describe('requiredNeeds', () => {
  it('asks in the order of the list, any one of the papers for each', () => {
    expect(asked('own')).toEqual([RESIDENCY, CARE, ['vehicle', ['v5c', 'new_keeper_slip']]]);
  });

  it('asks for a second paper from a company (R-V5C-7)', () => {
    expect(asked('company').slice(2)).toEqual([
      ['vehicle', ['v5c', 'new_keeper_slip']],
      ['keeper', ['company_letter']],
    ]);
  });

  it('lets the row of a keeper kind stand in place of the general one (U-2)', () => {
    expect(asked('lease_hire').slice(2)).toEqual([
      ['vehicle', ['v5c', 'lease_agreement']],
      ['keeper', ['lease_agreement']],
    ]);
  });

  it.each([
    ['company', 'Company car: letter from the company that keeps the vehicle'],
    ['lease_hire', 'Leased or hired vehicle: lease or hire agreement'],
    ['motability', 'Motability vehicle: Motability certificate or certificate of motor insurance'],
    ['courtesy', 'Courtesy car: garage’s courtesy car agreement'],
    ['just_bought', 'Vehicle just bought: certificate of motor insurance'],
  ] as const)('names the second paper of %s by what the policy asks for', (kind, label) => {
    const labels = requiredNeeds({ needs: NEEDS, keeperKind: kind }).map((need) => need.label);
    expect(labels).toContain(label);
  });

  it('asks nothing about a vehicle where there is none', () => {
    expect(asked(null)).toEqual([RESIDENCY, CARE]);
  });

  it.each(KEEPER_KINDS)('never asks more than one vehicle and one keeper paper: %s', (kind) => {
    const needs = asked(kind).map(([need]) => need);
    expect(new Set(needs).size).toBe(needs.length);
  });

  it('asks nothing where the policy asks nothing', () => {
    expect(asked('own', [])).toEqual([]);
  });

  it('has a name for every need', () => {
    for (const need of EVIDENCE_NEEDS) expect(EVIDENCE_NEED_LABELS[need]).toMatch(/\S/);
  });
});
