import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_ANOTHER_WAY_LETTER } from './first-wording/another-way-letter.js';

/** Version 1 of the letter about money that was given back another way than by card. */
export class SetFirstAnotherWayLetter1763640021040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { subject, body, text } = FIRST_ANOTHER_WAY_LETTER;
    const content = { subject, body: body.join('\n\n'), text: text.join('\n\n') };
    await runner.query(
      `INSERT IGNORE INTO wording_versions
         (subject, version, in_force_from, content, written_by, written_at)
       VALUES ('letter:paid_another_way', 1, '2025-04-01', ?, NULL, '2025-04-01')`,
      [JSON.stringify(content)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM wording_versions WHERE subject = 'letter:paid_another_way' AND version = 1`,
    );
  }
}
