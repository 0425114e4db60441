import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/database/new-id.js';
import { NOW } from '../casework/casework-bench.js';
import type { Insert, Needs, Records } from './matrix-records.js';

export async function addBulkRejection(
  insert: Insert,
  { people }: Needs,
): Promise<Records['bulkRejection']> {
  const supervisors = newId();
  const run = { act: 'reject', to_staff_id: null, back: '/queue', started_at: NOW };
  await insert('bulk_runs', { id: supervisors, staff_id: people.supervisor.staff.id, ...run });
  await insert('bulk_rejections', { run_id: supervisors, reasons: '[]', words_key: '1' });
  return { supervisors };
}

export async function addException(
  insert: Insert,
  { desk, people, cases }: Needs,
): Promise<string> {
  const id = newId();
  const { id: applicationId } = cases.decided.application;
  const [payment]: { id: string }[] = await desk.database.dataSource.query(
    'SELECT id FROM payments WHERE application_id = ?',
    [applicationId],
  );
  await insert('refund_exceptions', {
    ...{ id, application_id: applicationId, payment_id: payment?.id, amount_pence: 1000 },
    ...{ reason: 'other', words: 'A test.', is_asked_by_resident: false, state: 'requested' },
    ...{ requested_by: people.officer.staff.id, requested_at: NOW, form_id: randomUUID() },
    lapses_at: new Date(NOW.getTime() + 86_400_000),
  });
  return id;
}
