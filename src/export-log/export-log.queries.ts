import type { Reader } from '../platform/database/transaction.js';
import type { ExportTaken } from './export-log.store.js';

export interface ExportShown extends Omit<ExportTaken, 'at' | 'staffId'> {
  takenBy: string;
  takenAt: Date;
}

/** The newest first. */
export async function lastExports(reader: Reader, limit: number): Promise<ExportShown[]> {
  return reader.query(
    `SELECT e.kind, e.filters, e.reason, e.row_count AS rowCount, e.sha256,
            s.display_name AS takenBy, e.exported_at AS takenAt
       FROM export_log e JOIN staff_accounts s ON s.id = e.staff_id
      ORDER BY e.exported_at DESC, e.id DESC LIMIT ?`,
    [limit],
  );
}
