import type { ScannerFinding } from '../platform/files/scanner-self-test.js';

/**
 * `closed`: the scanner answers and cannot be relied on, so no files are taken. `unreachable`: it does
 * not answer, so files are taken and wait (S3.3).
 */
export type ScannerCondition = 'well' | 'unreachable' | 'closed';

export interface SignatureLimits {
  warnHours: number;
  /** 0: their age is not asked for. */
  mostDays: number;
}

const HOUR_MS = 60 * 60 * 1000;

export function signatureFindings(
  signaturesAt: Date | null,
  { warnHours, mostDays }: SignatureLimits,
  now: Date,
): ScannerFinding[] {
  if (mostDays === 0) return [];
  if (signaturesAt === null) return ['signatures_of_unknown_age'];
  const hours = (now.getTime() - signaturesAt.getTime()) / HOUR_MS;
  if (hours > mostDays * 24) return ['signatures_too_old'];
  return hours > warnHours ? ['signatures_old'] : [];
}

export function scannerCondition(findings: readonly ScannerFinding[]): ScannerCondition {
  if (findings.includes('no_answer')) return 'unreachable';
  return findings.every((finding) => finding === 'signatures_old') ? 'well' : 'closed';
}

/** For the people who look after it. */
export const SCANNER_FINDING_WORDS: Readonly<Record<ScannerFinding, string>> = {
  no_answer: 'The virus scanner does not answer. Papers wait until it does.',
  misses_viruses: 'The virus scanner did not report the harmless test virus.',
  silent_beyond_limits:
    'The virus scanner calls files clean that are beyond its limits. Set AlertExceedsMax to yes in clamd.conf.',
  limits_too_small:
    'The virus scanner does not take files as large as we do. Raise StreamMaxLength, MaxFileSize and MaxScanSize in clamd.conf.',
  signatures_old: 'The virus signatures have not been updated for some time.',
  signatures_too_old: 'The virus signatures are too old to rely on.',
  signatures_of_unknown_age: 'The virus scanner does not say how old its signatures are.',
};
