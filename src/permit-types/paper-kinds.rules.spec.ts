import {
  isPaperKind,
  PAPER_FACT_LABELS,
  PAPER_FACTS,
  PAPER_KIND_CODES,
  paperKindTerms,
  PAPER_KINDS,
} from './paper-kinds.rules.js';

describe('PAPER_KINDS', () => {
  it('asks the four marks of a tenancy (R-EV-3)', () => {
    expect(PAPER_KINDS.tenancy_agreement.facts).toEqual(['name', 'address', 'term', 'signatures']);
  });

  it('wants bills and statements of the last three months (R-EV-2), nothing else', () => {
    const dated = PAPER_KIND_CODES.filter((kind) => paperKindTerms(kind).freshForMonths !== null);
    expect(dated).toEqual(['utility_bill', 'bank_statement']);
    for (const kind of dated) expect(paperKindTerms(kind).freshForMonths).toBe(3);
  });

  it('treats proof of care and the Blue Badge as health data (R-EV-4)', () => {
    const health = PAPER_KIND_CODES.filter((kind) => paperKindTerms(kind).isHealth);
    expect(health).toEqual(['proof_of_care', 'blue_badge']);
  });

  it('accepts a mobile phone bill for nothing', () => {
    expect(PAPER_KIND_CODES.filter((kind) => !paperKindTerms(kind).canSatisfy)).toEqual([
      'mobile_phone_bill',
    ]);
  });

  it('asks no address of a new keeper slip (R-V5C-5)', () => {
    expect(PAPER_KINDS.new_keeper_slip.facts).not.toContain('keeper_address');
    expect(PAPER_KINDS.v5c.facts).toContain('keeper_address');
  });

  it.each(PAPER_KIND_CODES)(
    '%s has a name, marks once each, and a date where one is marked',
    (kind) => {
      const { label, facts, dateLabel, freshForMonths } = paperKindTerms(kind);
      expect(label).toMatch(/\S/);
      expect(facts.length).toBeGreaterThan(0);
      expect(new Set(facts).size).toBe(facts.length);
      expect(facts.includes('date')).toBe(dateLabel !== null);
      if (freshForMonths !== null) expect(facts).toContain('date');
    },
  );

  it('uses every fact, and names each', () => {
    const used = new Set(PAPER_KIND_CODES.flatMap((kind) => paperKindTerms(kind).facts));
    expect([...used].sort()).toEqual([...PAPER_FACTS].sort());
    for (const fact of PAPER_FACTS) expect(PAPER_FACT_LABELS[fact]).toMatch(/\S/);
  });

  it('knows its own codes only', () => {
    expect(isPaperKind('v5c')).toBe(true);
    for (const other of ['', 'V5C', 'toString', 'council_tax_bill']) {
      expect(isPaperKind(other)).toBe(false);
    }
  });
});
