import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_PAYMENT_LETTER } from './first-wording/payment-letter.js';

/** Version 1 of the letter that asks a resident to pay again. */
export class SetFirstPaymentLetter1763640015050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { subject, body, text } = FIRST_PAYMENT_LETTER;
    const content = { subject, body: body.join('\n\n'), text: text.join('\n\n') };
    await runner.query(
      `INSERT IGNORE INTO wording_versions
         (subject, version, in_force_from, content, written_by, written_at)
       VALUES ('letter:payment_requested', 1, '2025-04-01', ?, NULL, '2025-04-01')`,
      [JSON.stringify(content)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM wording_versions WHERE subject = 'letter:payment_requested' AND version = 1`,
    );
  }
}
