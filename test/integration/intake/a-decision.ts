import { insertDecision } from '../../../src/decisions/decisions.store.js';
import { insertLetter } from '../../../src/letters/letters.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { aStaffAccount } from '../../builders/a-council.js';
import type { IntakeDesk } from './intake-desk.js';

/** Rejects a case in the database, as the desk would have written it. */
export async function aDecision(desk: IntakeDesk, reference: string): Promise<void> {
  const at = desk.clock.now();
  const [row] = await desk.rows<{ id: string }>('SELECT id FROM applications WHERE reference = ?', [
    reference,
  ]);
  const applicationId = row?.id ?? '';
  await insertDecision(desk.tx, {
    id: newId(),
    applicationId,
    outcome: 'rejected',
    decidedBy: await aStaffAccount(desk.tx, 'officer'),
    decidedAt: at,
    reasons: [{ code: 'paper_too_old', paperKind: 'utility_bill', words: 'The bill is too old.' }],
    privateNote: 'private words',
    formId: newId(),
    round: 1,
    sampleDraw: null,
    samplePercent: null,
  });
  await insertLetter(desk.tx, {
    id: newId(),
    applicationId,
    kind: 'application_rejected',
    channel: 'email',
    recipient: 'priya@example.com',
    subject: 'Rejected',
    body: 'The bill is too old.',
    wordingVersion: '1',
    state: 'sent',
    attempts: 1,
    providerId: null,
    lastProblem: null,
    writtenAt: at,
    sentAt: at,
    settledAt: null,
  });
  await desk.rows(`UPDATE applications SET status = 'rejected' WHERE id = ?`, [applicationId]);
}
