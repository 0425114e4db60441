import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_LETTERS } from './first-wording/letters.js';

/** Version 1 of every letter: the words it had when they were still kept in code. */
export class SetFirstLetterWordings1763640008040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = Object.entries(FIRST_LETTERS).map(([kind, { subject, body, text }]) => [
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
      `DELETE FROM wording_versions WHERE subject LIKE 'letter:%' AND version = 1`,
    );
  }
}
