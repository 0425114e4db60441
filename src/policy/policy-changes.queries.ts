import type { Reader } from '../platform/database/transaction.js';

export interface PolicyChangeRow {
  id: string;
  subject: string;
  who: string;
  changedAt: Date;
  holdsFrom: Date;
  before: string | null;
  after: string | null;
}

/** The changes of one thing, or of everything, the newest first. */
export async function policyChanges(
  reader: Reader,
  { subject = null, limit }: { subject?: string | null; limit: number },
): Promise<PolicyChangeRow[]> {
  return reader.query(
    `SELECT c.id, c.subject, s.display_name AS who, c.changed_at AS changedAt,
            c.holds_from AS holdsFrom, c.before_text AS \`before\`, c.after_text AS \`after\`
       FROM policy_changes c JOIN staff_accounts s ON s.id = c.changed_by
      WHERE ? IS NULL OR c.subject = ?
      ORDER BY c.changed_at DESC, c.id DESC LIMIT ?`,
    [subject, subject, limit],
  );
}
