import { createHash } from 'node:crypto';
import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { EvidencePageEntity } from './evidence-page.entity.js';
import { EvidencePaperEntity } from './evidence-paper.entity.js';
import type { EvidencePaper } from './evidence.store.js';
import type { VirusCheck } from './virus-check.rules.js';

export async function findPaperById(reader: Reader, id: string): Promise<EvidencePaper | null> {
  return reader.findOneBy(EvidencePaperEntity, { id });
}

/** Only a paper that waits is concluded; false when somebody was faster. */
export async function concludeVirusCheck(
  tx: Tx,
  paperId: string,
  { check, at }: { check: VirusCheck; at: Date },
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE evidence_papers SET virus_check = ?, virus_checked_at = ?
      WHERE id = ? AND virus_check = 'waiting'`,
    [check, at, paperId],
  );
  return written === 1;
}

/**
 * What a scanner that was set up later found in a paper that had been let through unscanned; false
 * when somebody was faster.
 */
export async function concludeLateVirusCheck(
  tx: Tx,
  paperId: string,
  { check, at }: { check: VirusCheck; at: Date },
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE evidence_papers SET virus_check = ?, virus_checked_at = ?
      WHERE id = ? AND virus_check = 'not_scanned'`,
    [check, at, paperId],
  );
  return written === 1;
}

/** The scanner cannot be shown such a paper's file: the next try is an hour away. */
export async function putOffLateVirusCheck(tx: Tx, paperId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE evidence_papers SET virus_checked_at = ? WHERE id = ? AND virus_check = 'not_scanned'`,
    [at, paperId],
  );
}

const LATE_AGAIN_MS = 3_600_000;

/**
 * Forgets the keys of a paper's files, which shreds them (S10.3), and answers the names under which
 * their useless content still lies in the store.
 */
export async function shredPaper(tx: Tx, paperId: string): Promise<string[]> {
  const paper = await tx.findOneByOrFail(EvidencePaperEntity, { id: paperId });
  const pages = await tx.findBy(EvidencePageEntity, { paperId });
  // A damaged file may be sent again as it was; one with a virus stays known.
  const forgotten =
    paper.virusCheck === 'unusable' ? { sha256: hashOfNothing(paperId), contentMark: null } : {};
  await tx.update(EvidencePaperEntity, { id: paperId }, { wrappedKey: '', ...forgotten });
  await tx.delete(EvidencePageEntity, { paperId });
  return [paper.storageName, ...pages.map(({ storageName }) => storageName)];
}

/** In the place of a hash that must be free again: of no file, and of this paper alone. */
function hashOfNothing(paperId: string): string {
  return createHash('sha256').update(`no file of ${paperId}`).digest('hex');
}

/**
 * Papers that wait while no job that would check them is booked any more; with a scanner also those
 * that came before there was one. A paper whose file was blacked out away has none to be scanned.
 */
export async function forgottenVirusChecks(
  reader: Reader,
  { hasScanner, now }: { hasScanner: boolean; now: Date },
): Promise<string[]> {
  const states = hasScanner ? ['waiting', 'not_scanned'] : ['waiting'];
  const rows: { id: string }[] = await reader.query(
    `SELECT p.id FROM evidence_papers p
      WHERE p.virus_check IN (?) AND p.wrapped_key <> ''
        AND (p.virus_check = 'waiting' OR p.virus_checked_at IS NULL OR p.virus_checked_at <= ?)
        AND NOT EXISTS (SELECT 1 FROM outbox_jobs j
                         WHERE j.subject_id = p.id AND j.job = 'scan-paper' AND j.state = 'waiting')
      ORDER BY p.received_at LIMIT 500`,
    [states, new Date(now.getTime() - LATE_AGAIN_MS)],
  );
  return rows.map(({ id }) => id);
}
