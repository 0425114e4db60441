import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { type BoundPaper, originalBinding, pageBinding } from './paper-bindings.js';

/** The wrapped key of one stored file, and the row that holds it. */
export interface StoredKey {
  paperId: string;
  /** Null: the file as it was sent. */
  pageNumber: number | null;
  storageName: string;
  wrappedKey: string;
  binding: string;
}

interface KeyRow {
  id: string;
  application_id: string;
  binding_version: number;
  page_number: number | null;
  storage_name: string;
  wrapped_key: string;
}

/**
 * The keys of so many papers with their pages, in the order of their ids; those whose key is
 * forgotten are left out.
 * @param afterId the last paper of the batch before; '' to begin
 */
export async function readKeys(
  reader: Reader,
  afterId: string,
  papers: number,
): Promise<{ lastId: string | null; keys: StoredKey[] }> {
  const ids: { id: string }[] = await reader.query(
    `SELECT id FROM evidence_papers WHERE id > ? ORDER BY id LIMIT ${Math.trunc(papers)}`,
    [afterId],
  );
  const lastId = ids.at(-1)?.id ?? null;
  if (lastId === null) return { lastId, keys: [] };
  const rows: KeyRow[] = await reader.query(
    `SELECT id, application_id, binding_version, NULL AS page_number, storage_name, wrapped_key
       FROM evidence_papers WHERE id > ? AND id <= ? AND wrapped_key <> ''
     UNION ALL
     SELECT p.id, p.application_id, p.binding_version, g.page_number, g.storage_name, g.wrapped_key
       FROM evidence_papers p JOIN evidence_pages g ON g.paper_id = p.id
      WHERE p.id > ? AND p.id <= ? AND g.wrapped_key <> ''`,
    [afterId, lastId, afterId, lastId],
  );
  return { lastId, keys: rows.map(toStoredKey) };
}

/** Of these names those whose file some row can still open. */
export async function storageNamesKnown(
  reader: Reader,
  names: readonly string[],
): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows: { storage_name: string }[] = await reader.query(
    `SELECT storage_name FROM evidence_papers WHERE storage_name IN (?) AND wrapped_key <> ''
     UNION ALL SELECT storage_name FROM evidence_pages WHERE storage_name IN (?)`,
    [names, names],
  );
  return new Set(rows.map((row) => row.storage_name));
}

/** False when the row has another key by now. */
export async function replaceKey(tx: Tx, key: StoredKey, wrappedKey: string): Promise<boolean> {
  const written =
    key.pageNumber === null
      ? await countWritten(
          tx,
          'UPDATE evidence_papers SET wrapped_key = ? WHERE id = ? AND wrapped_key = ?',
          [wrappedKey, key.paperId, key.wrappedKey],
        )
      : await countWritten(
          tx,
          `UPDATE evidence_pages SET wrapped_key = ?
            WHERE paper_id = ? AND page_number = ? AND wrapped_key = ?`,
          [wrappedKey, key.paperId, key.pageNumber, key.wrappedKey],
        );
  return written === 1;
}

function toStoredKey(row: KeyRow): StoredKey {
  const paper: BoundPaper = {
    id: row.id,
    applicationId: row.application_id,
    bindingVersion: row.binding_version,
  };
  const pageNumber = row.page_number === null ? null : Number(row.page_number);
  return {
    paperId: row.id,
    pageNumber,
    storageName: row.storage_name,
    wrappedKey: row.wrapped_key,
    binding: pageNumber === null ? originalBinding(paper) : pageBinding(paper, pageNumber),
  };
}
