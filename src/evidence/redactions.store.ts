import { writeOne, writeUnique } from '../platform/database/conditional-write.js';
import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { StoredFile } from '../platform/files/file-store.js';
import type { EvidencePage } from './evidence.store.js';

/** Part of a page, in hundredths of its height and width. */
export interface BlackBox {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One blacking out of a page; `rendition` is the number of the picture it made. */
export interface Redaction {
  formId: string;
  paperId: string;
  pageNumber: number;
  rendition: number;
  boxes: readonly BlackBox[];
  reason: string;
  redactedBy: string;
  redactedAt: Date;
}

/** Every blacking out of a paper, in the order in which they were made. */
export async function redactionsOf(reader: Reader, paperId: string): Promise<Redaction[]> {
  const rows = await readList<Omit<Redaction, 'boxes'> & { boxes: string }>(reader, {
    columns: {
      ...{ formId: 'form_id', paperId: 'paper_id', pageNumber: 'page_number' },
      ...{ rendition: 'rendition', boxes: 'boxes', reason: 'reason' },
      ...{ redactedBy: 'redacted_by', redactedAt: instant('redacted_at') },
    },
    from: 'evidence_redactions WHERE paper_id = ?',
    values: [paperId],
    order: 'redacted_at, rendition',
  });
  return rows.map((row) => ({ ...row, boxes: JSON.parse(row.boxes) as BlackBox[] }));
}

/** One form is one blacking out: the form of another paper throws StaleWrite. */
export async function insertRedaction(tx: Tx, redaction: Redaction): Promise<void> {
  const { formId, paperId, pageNumber, rendition, boxes, reason } = redaction;
  const values = [
    ...[formId, paperId, pageNumber, rendition, JSON.stringify(boxes), reason],
    ...[redaction.redactedBy, redaction.redactedAt],
  ];
  await writeUnique('page of a paper', () =>
    tx.query(
      `INSERT INTO evidence_redactions
         (form_id, paper_id, page_number, rendition, boxes, reason, redacted_by, redacted_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      values,
    ),
  );
}

/**
 * Puts a new picture in the place of the one that was read. The old one's key is overwritten: what
 * lies on the disk opens no more (S10.3).
 */
export async function replacePageFile(
  tx: Tx,
  read: Pick<EvidencePage, 'paperId' | 'pageNumber' | 'storageName'>,
  file: StoredFile & { width: number; height: number },
): Promise<void> {
  await writeOne(tx, 'page of a paper', {
    sql: `UPDATE evidence_pages
             SET storage_name = ?, wrapped_key = ?, bytes = ?, sha256 = ?, width = ?, height = ?
           WHERE paper_id = ? AND page_number = ? AND storage_name = ?`,
    values: [
      ...[file.storageName, file.wrappedKey, file.bytes, file.sha256, file.width, file.height],
      ...[read.paperId, read.pageNumber, read.storageName],
    ],
  });
}

/** Forgets the key of the file as it was sent; its name and hashes stay for the record. */
export async function forgetOriginal(tx: Tx, paperId: string): Promise<void> {
  await tx.query("UPDATE evidence_papers SET wrapped_key = '' WHERE id = ?", [paperId]);
}
