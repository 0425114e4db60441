import { drawPaper } from './draw-paper.js';
import { longDate, shortDate } from './paper-dates.js';
import { PAPER_KINDS, type PaperKind } from './paper-spec.js';
import { aPaper, readPages, wordsOf } from './papers-under-test.js';

const FOOTER = 'Invented for demonstration. Not a real document.';
const ABOUT_A_VEHICLE: readonly PaperKind[] = [
  'v5c',
  'new_keeper_slip',
  'lease_agreement',
  'company_letter',
  'motability_certificate',
  'garage_agreement',
  'sales_invoice',
  'insurance_certificate',
];
const FOR_A_TERM: readonly PaperKind[] = [
  'tenancy_agreement',
  'lease_agreement',
  'motability_certificate',
  'garage_agreement',
];

describe.each(PAPER_KINDS)('%s', (kind) => {
  it('shows in its words the facts an officer looks for', async () => {
    const spec = aPaper({ kind });
    const words = (await wordsOf(spec)).toUpperCase();

    expect(words).toContain('PRIYA KENDRICK');
    expect(words).toContain('14 WHARNCLIFFE TERRACE');
    expect(words).toContain('LE11 9ZZ');
    const dates = [longDate('2026-09-14'), shortDate('2026-09-14')].map((on) => on.toUpperCase());
    expect(dates.some((on) => words.includes(on))).toBe(true);
    if (ABOUT_A_VEHICLE.includes(kind)) {
      for (const fact of ['AB51 XYZ', 'TOYOTA', 'BLUE']) expect(words).toContain(fact);
    }
    if (FOR_A_TERM.includes(kind)) {
      expect(words).toContain('1 OCTOBER 2026');
      expect(words).toContain('30 SEPTEMBER 2027');
    }
  });

  it('says on every page that it is invented', async () => {
    const { bytes } = await drawPaper(aPaper({ kind }));

    for (const { words } of await readPages(bytes)) expect(words).toContain(FOOTER);
  });
});

describe('a V5C and a new keeper slip', () => {
  it('carry 11 and 12 digits (R-V5C-1, R-V5C-2)', async () => {
    const v5c = await wordsOf(aPaper({ kind: 'v5c', reference: '12345678901' }));
    const slip = await wordsOf(aPaper({ kind: 'new_keeper_slip', reference: '123456789012' }));

    expect(v5c).toContain('1234 567 8901');
    expect(slip).toContain('1234 5678 9012');
    expect(await wordsOf(aPaper({ kind: 'v5c' }))).toMatch(/\b\d{4} \d{3} \d{4}\b/);
    expect(await wordsOf(aPaper({ kind: 'new_keeper_slip' }))).toMatch(/\b\d{4} \d{4} \d{4}\b/);
  });

  it.each(['v5c', 'new_keeper_slip', 'blue_badge'] as const)('%s says SPECIMEN', async (kind) => {
    expect(await wordsOf(aPaper({ kind }))).toContain('SPECIMEN');
  });

  it('refuse to be drawn without a registration', async () => {
    const drawn = drawPaper(aPaper({ kind: 'v5c', registration: undefined }));

    await expect(drawn).rejects.toThrow('A v5c must show a registration');
  });
});

describe('a tenancy', () => {
  it('has three pages, and fewer strokes when nobody has signed (R-EV-3)', async () => {
    const signed = await drawPaper(aPaper({ kind: 'tenancy_agreement' }));
    const unsigned = await drawPaper(aPaper({ kind: 'tenancy_agreement', signed: false }));

    expect(await readPages(signed.bytes)).toHaveLength(3);
    expect(signed.bytes.length).toBeGreaterThan(unsigned.bytes.length + 5000);
  });

  it('filled in by hand has no typed name or dates', async () => {
    const words = await wordsOf(aPaper({ kind: 'tenancy_agreement', handwritten: true }));

    expect(words).toContain('Signed by the Tenant');
    expect(words).not.toContain('Kendrick');
    expect(words).not.toContain('2026');
  });

  it('refuses to be drawn without a term', async () => {
    const drawn = drawPaper(aPaper({ kind: 'tenancy_agreement', term: undefined }));

    await expect(drawn).rejects.toThrow('must show a term');
  });
});

describe('a bank statement', () => {
  it('adds up: each balance is the one before, plus what came in, less what went out', async () => {
    const words = await wordsOf(aPaper({ kind: 'bank_statement' }));
    const shown = (label: string): number =>
      Number(new RegExp(`${label} £([\\d,.]+)`).exec(words)?.[1]?.replaceAll(',', ''));
    const opening = Number(/brought forward ([\d,.]+)/.exec(words)?.[1]?.replaceAll(',', ''));

    expect(opening + shown('Paid in') - shown('Paid out')).toBeCloseTo(shown('Balance at end'), 2);
  });
});
