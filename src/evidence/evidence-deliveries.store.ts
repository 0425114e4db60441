import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';

/** One file that went to one browser: who was given which page of which paper, and when (S3.7). */
export interface EvidenceDelivery {
  /** Of the link it was asked for with. */
  linkHash: string;
  paperId: string;
  /** 0 for the original. */
  pageNumber: number;
  staffId: string;
  deliveredAt: Date;
}

/** Writes it down before the first byte goes. False: this link has opened its file already. */
export async function recordDelivery(tx: Tx, delivery: EvidenceDelivery): Promise<boolean> {
  const { linkHash, paperId, pageNumber, staffId, deliveredAt } = delivery;
  const written = await countWritten(
    tx,
    `INSERT IGNORE INTO evidence_deliveries
       (link_hash, paper_id, page_number, staff_id, delivered_at) VALUES (?, ?, ?, ?, ?)`,
    [linkHash, paperId, pageNumber, staffId, deliveredAt],
  );
  return written === 1;
}
