import type { Reader } from '../platform/database/transaction.js';

export interface ClaimHolder {
  id: string;
  name: string;
  claimedAt: Date;
}

/** Who holds the case and since when; null when nobody does. */
export async function claimHolder(
  reader: Reader,
  applicationId: string,
): Promise<ClaimHolder | null> {
  const rows: ClaimHolder[] = await reader.query(
    `SELECT s.id, s.display_name AS name, a.claimed_at AS claimedAt
       FROM applications a JOIN staff_accounts s ON s.id = a.claimed_by
      WHERE a.id = ? AND a.claimed_at IS NOT NULL`,
    [applicationId],
  );
  return rows[0] ?? null;
}
