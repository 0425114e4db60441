import type { MigrationInterface, QueryRunner } from 'typeorm';

const RESIDENCY =
  'tenancy_agreement,utility_bill,bank_statement,completion_letter,solicitor_letter';

/** What each type asks to be proved besides the vehicle: need, papers, place in the list. */
const NEEDS: Readonly<Record<string, readonly (readonly [string, string, number])[]>> = {
  resident: [['residency', RESIDENCY, 10]],
  disabled_resident: [
    ['residency', RESIDENCY, 10],
    ['blue_badge', 'blue_badge', 20],
  ],
  motorcycle: [['residency', RESIDENCY, 10]],
  temporary_resident: [['tenancy', 'tenancy_agreement', 10]],
  essential_carer: [
    ['residency', RESIDENCY, 10],
    ['care', 'proof_of_care', 20],
  ],
  business: [['business', 'business_proof', 10]],
  vehicle_change_request: [],
};

/**
 * The matrix for the vehicle, the same for every type. A hirer is never sent the V5C, so there the
 * agreement or certificate itself also serves as the vehicle's paper.
 */
const ABOUT_THE_VEHICLE: readonly (readonly [string, string, number])[] = [
  ['vehicle', 'v5c,new_keeper_slip', 30],
  ['vehicle_company', 'v5c,new_keeper_slip,lease_agreement', 30],
  ['vehicle_lease_hire', 'v5c,new_keeper_slip,lease_agreement', 30],
  ['vehicle_motability', 'v5c,new_keeper_slip,motability_certificate', 30],
  ['vehicle_courtesy', 'v5c,new_keeper_slip,garage_agreement', 30],
  ['keeper_company', 'company_letter', 40],
  ['keeper_lease_hire', 'lease_agreement', 40],
  ['keeper_motability', 'motability_certificate', 40],
  ['keeper_courtesy', 'garage_agreement', 40],
];

/** The first policy; which lines are proposed defaults is said in docs/policy.md. */
export class SetFirstEvidenceNeeds1763600001040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = Object.entries(NEEDS).flatMap(([code, needs]) =>
      [...needs, ...ABOUT_THE_VEHICLE].map((need) => [code, ...need]),
    );
    await runner.query(
      `INSERT IGNORE INTO permit_evidence_needs
         (permit_type_code, need, valid_from, paper_kinds, display_order)
       VALUES ${rows.map(() => `(?, ?, '2025-04-01', ?, ?)`).join(', ')}`,
      rows.flat(),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM permit_evidence_needs WHERE valid_from = '2025-04-01'`);
  }
}
