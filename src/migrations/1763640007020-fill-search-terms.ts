import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  type Findable,
  registrationTerm,
  searchTermsOf,
} from '../search-terms/search-terms.rules.js';
import { insertTerms } from '../search-terms/search-terms.store.js';
import type { Tx } from '../platform/database/transaction.js';

const BATCH = 500;

/** Makes the cases that are here already findable, some hundreds at a time; cut off, it runs again. */
export class FillSearchTerms1763640007020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const writer = runner as unknown as Pick<Tx, 'query'>;
    for (let after = ''; ;) {
      const rows = (await runner.query(
        `SELECT id, applicant_name AS applicantName, keeper_name AS keeperName,
                applicant_email AS applicantEmail, applicant_mobile AS applicantMobile,
                registration, client_reference AS clientReference
           FROM applications WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
        [after],
      )) as (Findable & { id: string })[];
      await insertTerms(
        writer,
        rows.map((row) => ({ applicationId: row.id, terms: searchTermsOf(row) })),
      );
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
    }
    await fillVehicles(runner, writer);
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** Vehicles that came onto a permit later are found at the permit's own case. */
async function fillVehicles(runner: QueryRunner, writer: Pick<Tx, 'query'>): Promise<void> {
  for (let after = ''; ;) {
    const rows = (await runner.query(
      `SELECT v.id, v.registration, p.application_id AS applicationId
         FROM permit_vehicles v JOIN permits p ON p.id = v.permit_id
        WHERE v.id > ? ORDER BY v.id LIMIT ${BATCH}`,
      [after],
    )) as { id: string; registration: string; applicationId: string }[];
    await insertTerms(
      writer,
      rows.map(({ applicationId, registration }) => ({
        applicationId,
        terms: [registrationTerm(registration)],
      })),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
