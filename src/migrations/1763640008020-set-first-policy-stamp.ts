import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetFirstPolicyStamp1763640008020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT IGNORE INTO policy_stamp (id, stamp) VALUES (1, UUID())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM policy_stamp');
  }
}
