import {
  PAPER_KIND_CODES,
  type PaperFact,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/local-date.js';
import {
  FACT_MARKS,
  type MarkedFact,
  markRestAsMatching,
  objectionsToAccepting,
  PAPER_VERDICTS,
  type PaperFindings,
  variationsWithoutWhy,
  withoutMark,
} from './paper-check.rules.js';

const RECEIVED = localDate('2026-11-20');

/** A paper of which nothing is wrong. */
function good(kind: PaperKind, changes: Partial<PaperFindings> = {}): PaperFindings {
  const { facts } = paperKindTerms(kind);
  return {
    kind,
    receivedOn: RECEIVED,
    verdict: 'accept',
    marks: Object.fromEntries(facts.map((fact) => [fact, { mark: 'matches', why: null }])),
    datedOn: facts.includes('date') ? localDate('2026-11-20') : null,
    termFromOn: facts.includes('term') ? localDate('2026-09-01') : null,
    termToOn: facts.includes('term') ? localDate('2027-08-31') : null,
    referenceLast4: facts.includes('document_reference') ? '4321' : null,
    ...changes,
  };
}

function marking(
  findings: PaperFindings,
  fact: PaperFact,
  marked: MarkedFact | undefined,
): PaperFindings {
  const others = Object.entries(findings.marks).filter(([name]) => name !== fact);
  const marks = Object.fromEntries([...others, ...(marked ? [[fact, marked] as const] : [])]);
  return { ...findings, marks };
}

const codes = (findings: PaperFindings) =>
  objectionsToAccepting(findings).map(({ field, code }) => `${field}: ${code}`);

const everyFact = PAPER_KIND_CODES.flatMap((kind) =>
  paperKindTerms(kind).facts.map((fact) => [kind, fact] as const),
);

describe('accepting a paper', () => {
  it.each(PAPER_KIND_CODES)('%s: nothing is in the way when everything matches', (kind) => {
    expect(codes(good(kind))).toEqual([]);
  });

  it.each(everyFact)('%s: every fact needs its own mark: %s (R-EV-1, R-EV-3)', (kind, fact) => {
    const unmarked = marking(good(kind), fact, undefined);
    expect(codes(unmarked)).toEqual([`${fact}: unmarked`]);
    for (const mark of ['does_not_match', 'cannot_tell'] as const) {
      const failed = marking(good(kind), fact, { mark, why: 'said so' });
      expect(codes(failed)).toEqual([`${fact}: ${mark}`]);
    }
  });

  it.each(everyFact)(
    '%s: a variation of %s passes only with its reason (R-V5C-7)',
    (kind, fact) => {
      const mark = 'acceptable_variation';
      const explained = marking(good(kind), fact, { mark, why: 'maiden name' });
      expect(codes(explained)).toEqual([]);
      for (const why of [null, '', '  \n']) {
        const unexplained = marking(good(kind), fact, { mark, why });
        expect(codes(unexplained)).toEqual([`${fact}: variation_needs_why`]);
        expect(variationsWithoutWhy(unexplained).map(({ field }) => field)).toEqual([fact]);
      }
    },
  );

  it('a tenancy takes name, address, term and signatures, and no date (R-EV-3)', () => {
    expect(paperKindTerms('tenancy_agreement').facts).toEqual([
      'name',
      'address',
      'term',
      'signatures',
    ]);
    expect(codes(good('tenancy_agreement', { marks: {} }))).toEqual([
      'name: unmarked',
      'address: unmarked',
      'term: unmarked',
      'signatures: unmarked',
    ]);
  });

  it('says what is wrong in words that name the fact', () => {
    for (const [kind, fact] of everyFact) {
      const [objection] = objectionsToAccepting(marking(good(kind), fact, undefined));
      expect(objection?.words).toMatch(/^Mark “.+”$/);
    }
  });
});

describe('the date on a paper', () => {
  const dated = PAPER_KIND_CODES.filter((kind) => paperKindTerms(kind).facts.includes('date'));

  it.each(dated)('%s: is needed', (kind) => {
    expect(codes(good(kind, { datedOn: null }))).toEqual(['date: date_missing']);
  });

  it.each(['utility_bill', 'bank_statement'] as const)(
    '%s: counts three months back from the day it came, that day included (R-EV-2)',
    (kind) => {
      expect(codes(good(kind, { datedOn: localDate('2026-08-20') }))).toEqual([]);
      expect(codes(good(kind, { datedOn: localDate('2026-08-19') }))).toEqual(['date: too_old']);
    },
  );

  it('is no promise of the future', () => {
    const tomorrow = localDate('2026-11-21');
    expect(codes(good('solicitor_letter', { datedOn: tomorrow }))).toEqual(['date: in_future']);
  });

  it('on a Blue Badge is its end, and must lie ahead', () => {
    expect(codes(good('blue_badge', { datedOn: RECEIVED }))).toEqual([]);
    const over = localDate('2026-11-19');
    expect(codes(good('blue_badge', { datedOn: over }))).toEqual(['date: expired']);
  });

  it('out of time passes as a variation that says why, never as a plain match', () => {
    const old = good('utility_bill', { datedOn: localDate('2026-06-01') });
    const excused = { mark: 'acceptable_variation', why: 'quarterly bill' } as const;
    expect(codes(marking(old, 'date', excused))).toEqual([]);
    expect(codes(marking(old, 'date', { ...excused, why: null }))).toEqual([
      'date: variation_needs_why',
      'date: too_old',
    ]);
  });
});

describe('the term of a tenancy', () => {
  const tenancy = (changes: Partial<PaperFindings>) => codes(good('tenancy_agreement', changes));

  it('needs its first day; the last one may be open', () => {
    expect(tenancy({ termFromOn: null })).toEqual(['term: term_missing']);
    expect(tenancy({ termToOn: null })).toEqual([]);
  });

  it('must still run on the day the paper came, that day included', () => {
    expect(tenancy({ termToOn: RECEIVED })).toEqual([]);
    expect(tenancy({ termToOn: localDate('2026-11-19') })).toEqual(['term: term_over']);
    const over = good('tenancy_agreement', { termToOn: localDate('2026-11-19') });
    const excused = { mark: 'acceptable_variation', why: 'rolls on, rent book seen' } as const;
    expect(codes(marking(over, 'term', excused))).toEqual([]);
  });
});

describe('the reference of a V5C', () => {
  it.each(['v5c', 'new_keeper_slip'] as const)('%s: must have been typed', (kind) => {
    expect(codes(good(kind, { referenceLast4: null }))).toEqual([
      'document_reference: reference_missing',
    ]);
  });

  it('is asked of no other paper', () => {
    const others = PAPER_KIND_CODES.filter((kind) => kind !== 'v5c' && kind !== 'new_keeper_slip');
    for (const kind of others) expect(codes(good(kind, { referenceLast4: null }))).toEqual([]);
  });
});

describe('“all match”', () => {
  it.each(PAPER_KIND_CODES)('%s: fills what is unmarked and nothing else', (kind) => {
    const blank = good(kind, { marks: {} });
    expect(codes(markRestAsMatching(blank))).toEqual([]);
    for (const fact of paperKindTerms(kind).facts) {
      for (const mark of FACT_MARKS) {
        const marked = { mark, why: mark === 'acceptable_variation' ? 'so' : null };
        const filled = markRestAsMatching(marking(blank, fact, marked));
        expect(filled.marks[fact]).toEqual(marked);
        expect(Object.keys(filled.marks)).toHaveLength(paperKindTerms(kind).facts.length);
      }
    }
  });

  it('leaves date, term, reference and verdict as they are', () => {
    const blank = good('v5c', {
      marks: {},
      datedOn: null,
      referenceLast4: null,
      verdict: 'undecided',
    });
    expect(markRestAsMatching(blank)).toEqual({ ...blank, marks: good('v5c').marks });
  });
});

describe('a fact that is declared anew', () => {
  it.each(PAPER_VERDICTS)('loses its mark; %s stays unless it rested on it', (verdict) => {
    const reopened = withoutMark(good('v5c', { verdict }), 'registration');
    expect(reopened.marks.registration).toBeUndefined();
    expect(Object.keys(reopened.marks)).toHaveLength(4);
    expect(reopened.verdict).toBe(verdict === 'accept' ? 'undecided' : verdict);
  });

  it('changes no paper that does not show it', () => {
    const bill = good('utility_bill');
    expect(withoutMark(bill, 'registration')).toBe(bill);
  });
});
