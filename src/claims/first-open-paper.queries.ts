import { EXCEPTION_PAPER } from '../permit-types/paper-kinds.rules.js';
import type { Reader } from '../platform/database/transaction.js';

/** The first paper of a case that can be seen and that nobody has decided about; null: there is none. */
export async function firstOpenPaper(reader: Reader, reference: string): Promise<number | null> {
  const rows: { position: number | null }[] = await reader.query(
    `SELECT MIN(p.position) AS position
       FROM applications a
       JOIN evidence_papers p ON p.application_id = a.id
       LEFT JOIN paper_checks c ON c.paper_id = p.id
      WHERE a.reference = ? AND p.replaced_at IS NULL AND p.kind <> '${EXCEPTION_PAPER}'
        AND p.virus_check IN ('clean', 'not_scanned')
        AND (c.verdict IS NULL OR c.verdict = 'undecided')`,
    [reference],
  );
  return rows[0]?.position ?? null;
}
