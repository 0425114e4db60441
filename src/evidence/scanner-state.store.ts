import type { Tx } from '../platform/database/transaction.js';
import type { ScannerState } from './scanner-state.queries.js';

/** There is no scanner any more. */
export async function forgetScannerState(tx: Tx): Promise<void> {
  await tx.query('DELETE FROM virus_scanner_state');
}

export async function saveScannerState(tx: Tx, state: ScannerState): Promise<void> {
  const { condition, findings, version, signaturesAt, testedAt } = state;
  await tx.query(
    `REPLACE INTO virus_scanner_state (id, condition_code, findings, version, signatures_at, tested_at)
     VALUES (1, ?, ?, ?, ?, ?)`,
    [condition, findings.join(' '), version, signaturesAt, testedAt],
  );
}
