import type { Reader, Tx } from '../platform/database/transaction.js';

/** Whether this browser was signed in to this account before. */
export async function isTrustedBrowser(
  reader: Reader,
  browser: { tokenHash: string; accountId: string },
  now: Date,
): Promise<boolean> {
  const rows: { found: number }[] = await reader.query(
    `SELECT 1 AS found FROM trusted_browsers
      WHERE token_hash = ? AND account_id = ? AND expires_at > ?`,
    [browser.tokenHash, browser.accountId, now],
  );
  return rows.length > 0;
}

/** Remembers a browser for one account. A new token each time: an old one is of no use twice. */
export async function trustBrowser(
  tx: Tx,
  browser: { tokenHash: string; accountId: string; replaces: string | null },
  times: { now: Date; expiresAt: Date },
): Promise<void> {
  if (browser.replaces) {
    await tx.query('DELETE FROM trusted_browsers WHERE token_hash = ? AND account_id = ?', [
      browser.replaces,
      browser.accountId,
    ]);
  }
  await tx.query('DELETE FROM trusted_browsers WHERE expires_at < ? LIMIT 100', [times.now]);
  await tx.query(
    `INSERT INTO trusted_browsers (token_hash, account_id, created_at, expires_at)
     VALUES (?, ?, ?, ?)`,
    [browser.tokenHash, browser.accountId, times.now, times.expiresAt],
  );
}
