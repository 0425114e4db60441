import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_REASONS } from './first-wording/reasons.js';

/** Version 1 of every reason: what it was when the catalogue was still kept in code. */
export class SetFirstReasonWordings1763640008050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = FIRST_REASONS.map(({ code, content }) => [
      `reason:${code}`,
      JSON.stringify(content),
    ]);
    await runner.query(
      `INSERT IGNORE INTO wording_versions
         (subject, version, in_force_from, content, written_by, written_at)
       VALUES ${rows.map(() => `(?, 1, '2025-04-01', ?, NULL, '2025-04-01')`).join(', ')}`,
      rows.flat(),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM wording_versions WHERE subject LIKE 'reason:%' AND version = 1`,
    );
  }
}
