import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_EXCEPTION_LETTERS } from './first-wording/exception-letters.js';

/** Version 1 of the letters about a refund exception. */
export class SetFirstExceptionLetters1763640016030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = Object.entries(FIRST_EXCEPTION_LETTERS).map(([kind, { subject, body, text }]) => [
      `letter:${kind}`,
      JSON.stringify({ subject, body: body.join('\n\n'), text: text.join('\n\n') }),
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
      `DELETE FROM wording_versions
        WHERE subject IN ('letter:exception_approved', 'letter:exception_declined')`,
    );
  }
}
