import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LETTERS_WITH_STATUS_LINK } from './first-wording/status-link.js';

/**
 * Version 2 of four letters names the resident's own page. Words that the council has changed since
 * stay as they are: whoever keeps them may add ((status link)).
 */
export class SetLettersWithStatusLink1763640017010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = Object.entries(LETTERS_WITH_STATUS_LINK).map(([kind, { subject, body, text }]) => [
      `letter:${kind}`,
      JSON.stringify({ subject, body: body.join('\n\n'), text: text.join('\n\n') }),
    ]);
    await runner.query(
      `INSERT IGNORE INTO wording_versions
         (subject, version, in_force_from, content, written_by, written_at)
       VALUES ${rows.map(() => `(?, 2, '2025-04-01', ?, NULL, '2025-04-01')`).join(', ')}`,
      rows.flat(),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM wording_versions
        WHERE version = 2 AND written_by IS NULL AND subject LIKE 'letter:%'`,
    );
  }
}
