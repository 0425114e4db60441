import { SCANNER_FINDINGS } from '../platform/files/scanner-self-test.js';
import {
  SCANNER_FINDING_WORDS,
  scannerCondition,
  signatureFindings,
} from './scanner-condition.rules.js';

const limits = { warnHours: 48, mostDays: 7 };
const now = new Date('2026-11-20T12:00:00Z');
const aged = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('the condition of the virus scanner (S3.2)', () => {
  it('follows the age of its signatures: warned of at 48 hours, closed at 7 days', () => {
    expect(signatureFindings(aged(48), limits, now)).toEqual([]);
    expect(signatureFindings(aged(48.1), limits, now)).toEqual(['signatures_old']);
    expect(signatureFindings(aged(168), limits, now)).toEqual(['signatures_old']);
    expect(signatureFindings(aged(168.1), limits, now)).toEqual(['signatures_too_old']);
    expect(signatureFindings(null, limits, now)).toEqual(['signatures_of_unknown_age']);
    expect(signatureFindings(null, { ...limits, mostDays: 0 }, now)).toEqual([]);
  });

  it('is closed by all that makes it untrue, but a warning or its silence', () => {
    const open = { signatures_old: 'well', no_answer: 'unreachable' } as Record<string, string>;
    for (const finding of SCANNER_FINDINGS) {
      expect(scannerCondition([finding])).toBe(open[finding] ?? 'closed');
      expect(SCANNER_FINDING_WORDS[finding]).toMatch(/\.$/);
    }
    expect(scannerCondition([])).toBe('well');
    expect(scannerCondition(['signatures_old', 'misses_viruses'])).toBe('closed');
  });
});
