import { newId } from '../../../src/platform/database/new-id.js';
import type { Insert } from './matrix-records.js';
import { NOW } from '../casework/casework-bench.js';

export interface ReconciliationRecords {
  reconciliation: { asked: string };
  difference: { open: string; explained: string };
}

/** A comparison with the payment service, and what it found: before and after somebody explained it. */
export async function addReconciliation(
  insert: Insert,
  supervisorId: string,
): Promise<ReconciliationRecords> {
  return {
    reconciliation: { asked: await addRun(insert, supervisorId) },
    difference: await addDifferences(insert, supervisorId),
  };
}

async function addRun(insert: Insert, supervisorId: string): Promise<string> {
  const id = newId();
  const days = { from_on: '2026-11-18', to_on: '2026-11-18' };
  const asked = { asked_by: supervisorId, started_at: NOW, ended_at: NOW };
  const result = { step: 'done', next_page: 2, rounds: 1, matched: 3, caught_up: 0 };
  await insert('reconciliation_runs', { id, ...days, ...asked, ...result });
  return id;
}

async function addDifferences(insert: Insert, supervisorId: string) {
  const add = async () => {
    const id = newId();
    const about = { difference_key: `duplicate:${id}`, kind: 'duplicate', provider_payment_id: id };
    await insert('reconciliation_differences', { id, ...about, found_at: NOW });
    return id;
  };
  const [open, explained] = [await add(), await add()];
  await insert('reconciliation_explanations', {
    ...{ id: newId(), difference_id: explained, words: 'Paid for a skip.' },
    ...{ explained_by: supervisorId, explained_at: NOW },
  });
  return { open, explained };
}
