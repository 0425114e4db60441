import { newId } from '../../../src/platform/database/new-id.js';
import type { TestDatabase } from '../../support/test-database.js';

export interface SealedCase {
  /** How many rows there are to seal. */
  rows: number;
  /** 1 is the first. */
  eventId(number: number): string;
  /** One more event of the case, under this id or a new one. */
  addEvent(id?: string): Promise<void>;
}

/** Events, one decision and one note of a case that nothing else is known of. */
export async function aCaseWithEvents(database: TestDatabase, events: number): Promise<SealedCase> {
  const applicationId = newId();
  const staffId = newId();
  const ids: string[] = [];
  const insert = async (sql: string, values: unknown[]) => {
    const runner = database.dataSource.createQueryRunner();
    try {
      await runner.query('SET SESSION foreign_key_checks = 0');
      await runner.query(sql, values);
    } finally {
      await runner.query('SET SESSION foreign_key_checks = 1');
      await runner.release();
    }
  };
  const addEvent = async (id = newId()) => {
    ids.push(id);
    await insert(
      `INSERT INTO timeline_events
         (id, application_id, type, happened_at, actor_kind, actor_id, payload)
       VALUES (?, ?, 'case-claimed', UTC_TIMESTAMP(3), 'staff', ?, ?)`,
      [id, applicationId, staffId, JSON.stringify({ number: ids.length })],
    );
  };
  for (let made = 0; made < events; made += 1) await addEvent();
  await insert(
    `INSERT INTO decisions
       (id, application_id, outcome, decided_by, decided_at, reasons, private_note, form_id)
     VALUES (?, ?, 'rejected', ?, UTC_TIMESTAMP(3), '[]', 'a private note', ?)`,
    [newId(), applicationId, staffId, newId()],
  );
  await insert(
    `INSERT INTO case_notes (id, application_id, written_by, written_at, words, form_id)
     VALUES (?, ?, ?, UTC_TIMESTAMP(3), 'She will call again.', ?)`,
    [newId(), applicationId, staffId, newId()],
  );
  return { rows: events + 2, eventId: (number) => ids[number - 1] ?? '', addEvent };
}
