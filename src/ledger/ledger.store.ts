import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { JournalToPost } from './ledger-terms.rules.js';

/**
 * Posts journals that are not posted yet and answers those. Whoever posts about a payment holds its
 * lock; a journal about none is kept from being posted twice by its effect key alone, and then the
 * whole transaction fails.
 */
export async function postJournals(
  tx: Tx,
  journals: readonly JournalToPost[],
  recordedAt: Date,
): Promise<JournalToPost[]> {
  if (journals.length === 0) return [];
  const reversedKeys = journals.flatMap(({ reverses }) => (reverses === null ? [] : [reverses]));
  const ids = await idsOf(tx, [...journals.map(({ effectKey }) => effectKey), ...reversedKeys]);
  const due = journals.filter(({ effectKey }) => !ids.has(effectKey));
  for (const journal of due) {
    const id = newId();
    ids.set(journal.effectKey, id);
    await insertJournal(tx, journal, { id, recordedAt, reversesId: idOf(ids, journal.reverses) });
  }
  return due;
}

async function idsOf(tx: Tx, effectKeys: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; effectKey: string }[] = await tx.query(
    'SELECT id, effect_key AS effectKey FROM ledger_journals WHERE effect_key IN (?)',
    [effectKeys],
  );
  return new Map(rows.map(({ id, effectKey }) => [effectKey, id]));
}

function idOf(ids: ReadonlyMap<string, string>, effectKey: string | null): string | null {
  if (effectKey === null) return null;
  const id = ids.get(effectKey);
  if (id === undefined) throw new Error(`There is no journal ${effectKey} to take back.`);
  return id;
}

async function insertJournal(
  tx: Tx,
  journal: JournalToPost,
  { id, recordedAt, reversesId }: { id: string; recordedAt: Date; reversesId: string | null },
): Promise<void> {
  if (journal.entries.length === 0) throw new Error(`${journal.effectKey} moves nothing.`);
  await tx.query(
    `INSERT INTO ledger_journals (id, payment_id, application_id, kind, effect_key, reverses_id,
                                  command_id, occurred_at, recorded_at, note)
     VALUES (?)`,
    [
      [
        ...[id, journal.paymentId, journal.applicationId, journal.kind, journal.effectKey],
        ...[reversesId, journal.commandId, journal.occurredAt, recordedAt, journal.note],
      ],
    ],
  );
  await tx.query(
    `INSERT INTO ledger_entries (journal_id, line, debit_account, credit_account, amount_pence)
     VALUES ?`,
    [journal.entries.map((entry, at) => [id, at + 1, entry.debit, entry.credit, entry.pence])],
  );
}
