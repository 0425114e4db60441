import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For a vehicle whose V5C has not come yet: the slip or the invoice, and that it is insured. */
const NEEDS = [
  ['vehicle_just_bought', 'new_keeper_slip,v5c,sales_invoice', 30],
  ['keeper_just_bought', 'insurance_certificate', 40],
] as const;

/** The same for every permit type; docs/policy.md says that they are proposed (U-2). */
export class SetJustBoughtEvidenceNeeds1763640003020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT IGNORE INTO permit_evidence_needs
         (permit_type_code, need, valid_from, paper_kinds, display_order)
       SELECT types.code, needs.need, '2025-04-01', needs.paper_kinds, needs.display_order
         FROM (SELECT DISTINCT permit_type_code AS code FROM permit_evidence_needs) AS types
         JOIN (${NEEDS.map(() => 'SELECT ? AS need, ? AS paper_kinds, ? AS display_order').join(' UNION ALL ')})
           AS needs`,
      NEEDS.flat(),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM permit_evidence_needs WHERE need IN ('vehicle_just_bought', 'keeper_just_bought')`,
    );
  }
}
