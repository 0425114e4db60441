import type { Reader } from '../platform/database/transaction.js';
import { SCANNER_FINDINGS, type ScannerFinding } from '../platform/files/scanner-self-test.js';
import type { ScannerCondition } from './scanner-condition.rules.js';

/** What the last self-test of the scanner came to. */
export interface ScannerState {
  condition: ScannerCondition;
  findings: readonly ScannerFinding[];
  /** "ClamAV 1.4.6"; null when it did not answer. */
  version: string | null;
  signaturesAt: Date | null;
  testedAt: Date;
}

/** Null before the first test. */
export async function readScannerState(reader: Reader): Promise<ScannerState | null> {
  const rows: StateRow[] = await reader.query(
    `SELECT condition_code, findings, version, signatures_at, tested_at
       FROM virus_scanner_state WHERE id = 1`,
  );
  const [row] = rows;
  return row
    ? {
        condition: row.condition_code,
        findings: SCANNER_FINDINGS.filter((one) => row.findings.split(' ').includes(one)),
        version: row.version,
        signaturesAt: row.signatures_at,
        testedAt: row.tested_at,
      }
    : null;
}

/**
 * No files are taken while a scanner that answers cannot be relied on (S3.2). One that does not answer
 * only makes papers wait.
 */
export async function areUploadsClosed(reader: Reader): Promise<boolean> {
  return (await readScannerState(reader))?.condition === 'closed';
}

interface StateRow {
  condition_code: ScannerCondition;
  findings: string;
  version: string | null;
  signatures_at: Date | null;
  tested_at: Date;
}
