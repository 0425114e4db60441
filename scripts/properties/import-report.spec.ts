import type { ImportSummary } from '../../src/properties/import-properties.js';
import { faultsCsv, reportLines } from './import-report.js';

const SUMMARY: ImportSummary = {
  isApplied: false,
  rowCount: 4,
  newCount: 1,
  changedCount: 2,
  unchangedCount: 0,
  removedCount: 0,
  isRemovalHeldBack: false,
  invalidRowCount: 0,
  leftOutRowCount: 0,
  faults: [],
  faultsNotKept: 0,
};
const fault = (value: string) =>
  ({ line: 7, column: 'zone', value, reason: 'There is no such zone' }) as const;

describe('reportLines', () => {
  it('says whether anything was written', () => {
    expect(reportLines(SUMMARY).at(-1)).toContain('Nothing is written');
    expect(reportLines({ ...SUMMARY, isApplied: true }).at(-1)).toBe('These changes are written.');
  });

  it('names row, column, value and reason, and never lets a cell steer the terminal', () => {
    const [line] = reportLines({ ...SUMMARY, faults: [fault('Z9\u001b[2J')] });
    expect(line).toBe('Row 7, zone, "Z9\\u001b[2J": There is no such zone');
  });

  it('prints a hundred faults and counts the rest', () => {
    const faults = Array.from({ length: 150 }, () => fault('Z9'));
    const lines = reportLines({ ...SUMMARY, faults, faultsNotKept: 5 });
    expect(lines.filter((line) => line.startsWith('Row 7'))).toHaveLength(100);
    expect(lines).toContain('… and 55 more faults; --faults FILE.csv writes them down.');
  });

  it('says what was left out and why nothing was removed', () => {
    const text = reportLines({ ...SUMMARY, leftOutRowCount: 1, isRemovalHeldBack: true }).join(
      '\n',
    );
    expect(text).toContain('1 good row left out');
    expect(text).toContain('Nothing is removed while a row has a UPRN that cannot be read.');
  });
});

describe('faultsCsv (R-REP-5)', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1'])('neutralises %j', (value) => {
    expect(faultsCsv([fault(value)])).toContain(`7","zone","'${value}"`);
  });

  it('quotes what would break the row', () => {
    expect(faultsCsv([fault('a"b,c')])).toBe(
      '"row","column","value","reason"\r\n"7","zone","a""b,c","There is no such zone"\r\n',
    );
  });
});
