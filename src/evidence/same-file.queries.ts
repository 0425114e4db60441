import { EXCEPTION_PAPER } from '../permit-types/paper-kinds.rules.js';
import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import type { EvidencePaper } from './evidence.store.js';

/** Another application that came with the very same file. */
export interface SeenBefore {
  reference: string;
  receivedAt: Date;
  /** Both applications name the same e-mail address. */
  isSameApplicant: boolean;
}

const MOST_TOLD = 5;

/**
 * Where else this very file came, newest first (S3.9). Known by its keyed mark; no content is looked
 * at. Papers from before marks were kept are not found.
 */
export async function seenBefore(
  reader: Reader,
  paper: Pick<EvidencePaper, 'applicationId' | 'contentMark'>,
): Promise<SeenBefore[]> {
  if (paper.contentMark === null) return [];
  const rows = await readList<Omit<SeenBefore, 'isSameApplicant'> & { isSame: number | string }>(
    reader,
    {
      columns: {
        reference: 'a.reference',
        receivedAt: instant('MAX(p.received_at)'),
        isSame: 'IF(a.applicant_email = own.applicant_email, 1, 0)',
      },
      from: `evidence_papers p
         JOIN applications a ON a.id = p.application_id
         JOIN applications own ON own.id = ?
        WHERE p.content_mark = ? AND p.application_id <> ?
          AND p.kind <> '${EXCEPTION_PAPER}'
        GROUP BY a.id, own.id`,
      values: [paper.applicationId, paper.contentMark, paper.applicationId],
      order: 'MAX(p.received_at) DESC, a.reference',
      limit: MOST_TOLD,
    },
  );
  return rows.map(({ reference, receivedAt, isSame }) => ({
    reference,
    receivedAt,
    isSameApplicant: Number(isSame) === 1,
  }));
}
