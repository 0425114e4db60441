import type { ScannerVersion } from './clamd-answers.js';
import type { Clamd } from './clamd.js';
import { FILE_LIMITS } from './file-limits.js';
import { eicarFile, nestedArchive } from './scanner-samples.js';

/** What is wrong with a scanner, found out by giving it files (S3.2). */
export const SCANNER_FINDINGS = [
  'no_answer',
  /** EICAR, which every scanner reports, was called clean. */
  'misses_viruses',
  /** `AlertExceedsMax` is off: what is beyond a limit is called clean unread. */
  'silent_beyond_limits',
  /** `StreamMaxLength`, `MaxFileSize` or `MaxScanSize` is below our largest file. */
  'limits_too_small',
  'signatures_old',
  'signatures_too_old',
  'signatures_of_unknown_age',
] as const;
export type ScannerFinding = (typeof SCANNER_FINDINGS)[number];

export interface SelfTest {
  findings: ScannerFinding[];
  version: ScannerVersion | null;
}

/**
 * Tries the scanner with EICAR, with something beyond its limits, and with the largest file we take.
 * So its configuration is known by what it does, wherever it runs. Stops at the first thing wrong.
 */
export async function testScanner(clamd: Clamd): Promise<SelfTest> {
  const version = await clamd.version();
  const finding = version === null ? 'no_answer' : await firstFault(clamd);
  return { findings: finding === null ? [] : [finding], version };
}

async function firstFault(clamd: Clamd): Promise<ScannerFinding | null> {
  const eicar = await clamd.scan(eicarFile());
  if (eicar.found === 'no_answer') return 'no_answer';
  if (eicar.found === 'nothing') return 'misses_viruses';
  const nested = await clamd.scan(nestedArchive());
  if (nested.found === 'no_answer') return 'no_answer';
  if (nested.found === 'nothing') return 'silent_beyond_limits';
  const largest = await clamd.scan(Buffer.alloc(FILE_LIMITS.maxBytesPerFile));
  return largest.found === 'nothing' ? null : 'limits_too_small';
}
