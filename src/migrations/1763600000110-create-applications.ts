import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApplications1763600000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE IF NOT EXISTS applications (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        reference VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        version INT NOT NULL,
        status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        client_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        client_reference VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        body_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        permit_type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        received_at DATETIME(3) NOT NULL,
        declared_at DATETIME(3) NOT NULL,
        applicant_name VARCHAR(200) NOT NULL,
        applicant_email VARCHAR(254) NULL,
        applicant_mobile VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
        contact_preference VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        assisted_channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        uprn VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        zone_code VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
        registration VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NULL,
        registration_key VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NULL,
        registration_override VARCHAR(500) NULL,
        vehicle_class VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        declared_make VARCHAR(60) NULL,
        declared_colour VARCHAR(40) NULL,
        keeper_name VARCHAR(200) NULL,
        keeper_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        start_on DATE NOT NULL,
        duration_months SMALLINT NOT NULL,
        price_pence INT NOT NULL,
        concerns_permit_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        claimed_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        claimed_at DATETIME(3) NULL,
        hold_ends_at DATETIME(3) NULL,
        awaiting_since DATETIME(3) NULL,
        paused_seconds INT NOT NULL,
        decided_at DATETIME(3) NULL,
        UNIQUE KEY uq_applications_reference (reference),
        UNIQUE KEY uq_applications_client (client_id, client_reference),
        KEY ix_applications_queue (status, hold_ends_at, received_at, id),
        KEY ix_applications_received (received_at, id),
        KEY ix_applications_claimed (claimed_by, status),
        KEY ix_applications_property (uprn, status),
        KEY ix_applications_registration (registration_key),
        CONSTRAINT fk_applications_client FOREIGN KEY (client_id) REFERENCES api_clients (id),
        CONSTRAINT fk_applications_property FOREIGN KEY (uprn) REFERENCES properties (uprn),
        CONSTRAINT fk_applications_claimed FOREIGN KEY (claimed_by) REFERENCES staff_accounts (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS applications');
  }
}
