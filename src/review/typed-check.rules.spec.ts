import { PAPER_KIND_CODES, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/local-date.js';
import {
  LONGEST_NOTE,
  LONGEST_WHY,
  type PaperAsKnown,
  readTypedCheck,
  type TypedCheck,
} from './typed-check.rules.js';

const known: PaperAsKnown = {
  kind: 'utility_bill',
  receivedOn: localDate('2026-11-20'),
  referenceLast4: null,
};
const blank: TypedCheck = {
  kind: 'utility_bill',
  mark: {},
  why: {},
  datedOn: {},
  termFrom: {},
  termTo: {},
  documentReference: '',
  verdict: '',
  note: '',
};
const read = (typed: Partial<TypedCheck>, as: Partial<PaperAsKnown> = {}) =>
  readTypedCheck({ ...blank, ...typed }, { ...known, ...as });
const faultsOf = (typed: Partial<TypedCheck>, as: Partial<PaperAsKnown> = {}) =>
  read(typed, as).faults.map(({ field, text }) => `${field}: ${text}`);

describe('an empty form', () => {
  it.each(PAPER_KIND_CODES)('of a %s says nothing and has no fault', (kind) => {
    expect(read({ kind }, { kind })).toEqual({
      findings: {
        ...{ kind, receivedOn: '2026-11-20', verdict: 'undecided', marks: {} },
        ...{ datedOn: null, termFromOn: null, termToOn: null, referenceLast4: null },
      },
      note: null,
      faults: [],
    });
  });
});

describe('marks', () => {
  it('are taken for the facts this kind shows, in any of the four ways', () => {
    const mark = {
      name: 'matches',
      address: 'cannot_tell',
      date: 'does_not_match',
      signatures: 'matches',
      __proto__: 'matches',
    };
    expect(read({ mark }).findings.marks).toEqual({
      name: { mark: 'matches', why: null },
      address: { mark: 'cannot_tell', why: null },
      date: { mark: 'does_not_match', why: null },
    });
  });

  it('that are none of the four count as unmarked', () => {
    expect(read({ mark: { name: 'Matches', address: 'true', date: '' } }).findings.marks).toEqual(
      {},
    );
  });

  it('keep a reason only for a variation', () => {
    const why = { name: '  maiden name ', address: 'forgotten words' };
    const mark = { name: 'acceptable_variation', address: 'matches' };
    expect(read({ mark, why }).findings.marks).toEqual({
      name: { mark: 'acceptable_variation', why: 'maiden name' },
      address: { mark: 'matches', why: null },
    });
  });

  it('take a reason of a bounded length', () => {
    const mark = { name: 'acceptable_variation' };
    expect(faultsOf({ mark, why: { name: 'x'.repeat(LONGEST_WHY) } })).toEqual([]);
    expect(faultsOf({ mark, why: { name: 'x'.repeat(LONGEST_WHY + 1) } })).toEqual([
      'why.name: Reason for the variation in “Name” must be 300 characters or fewer',
    ]);
  });
});

describe('dates', () => {
  it('are read as typed and named as this kind names them', () => {
    expect(read({ datedOn: { day: '2', month: 'Nov', year: '2026' } }).findings.datedOn).toBe(
      '2026-11-02',
    );
    const half = { day: '2', month: '', year: '2026' };
    expect(read({ datedOn: half }).faults).toEqual([
      { field: 'datedOn', text: 'Date of the bill must include a month', parts: ['month'] },
    ]);
    expect(faultsOf({ kind: 'v5c', datedOn: half })).toEqual([
      'datedOn: Date of issue must include a month',
    ]);
  });

  it('are not read for facts this kind does not show', () => {
    const rubbish = { day: 'x', month: 'x', year: 'x' };
    expect(read({ termFrom: rubbish, termTo: rubbish })).toMatchObject({ faults: [] });
    expect(read({ kind: 'tenancy_agreement', datedOn: rubbish })).toMatchObject({ faults: [] });
  });

  it('of a tenancy come in their order', () => {
    const day = (year: string) => ({ day: '1', month: '9', year });
    const tenancy = { kind: 'tenancy_agreement', termFrom: day('2026') };
    expect(faultsOf({ ...tenancy, termTo: day('2025') })).toEqual([
      'termTo: The tenancy ends before it starts',
    ]);
    expect(faultsOf({ ...tenancy, termTo: day('2026') })).toEqual([]);
    expect(read(tenancy).findings).toMatchObject({ termFromOn: '2026-09-01', termToOn: null });
  });
});

describe('the document reference', () => {
  const v5c = { kind: 'v5c' } as const;
  const kept = { kind: 'v5c', referenceLast4: '4321' } as const;

  it('leaves its last four digits, typed now or kept from before', () => {
    const typed = { ...v5c, documentReference: '12345678901' };
    expect(read(typed, v5c).findings.referenceLast4).toBe('8901');
    expect(read(typed, kept).findings.referenceLast4).toBe('8901');
    expect(read(v5c, kept).findings.referenceLast4).toBe('4321');
  });

  it('of another length is a fault, not the old digits', () => {
    const typed = { ...v5c, documentReference: '123456789012' };
    expect(read(typed, kept).findings.referenceLast4).toBeNull();
    expect(faultsOf(typed, kept)).toEqual([
      'documentReference: A V5C’s document reference has 11 digits',
    ]);
  });

  it('does not go over from a V5C to a slip (R-V5C-2)', () => {
    expect(read({ kind: 'new_keeper_slip' }, kept).findings.referenceLast4).toBeNull();
    expect(read({ kind: 'utility_bill' }, kept).findings.referenceLast4).toBeNull();
  });

  it('typed for a paper that has none is left aside', () => {
    expect(read({ documentReference: 'nonsense' })).toMatchObject({ faults: [] });
  });
});

describe('kind, verdict and note', () => {
  it('take another known kind and refuse an unknown one', () => {
    expect(read({ kind: 'tenancy_agreement' }).findings.kind).toBe('tenancy_agreement');
    expect(read({ kind: 'passport' }).findings.kind).toBe('utility_bill');
    expect(faultsOf({ kind: 'passport' })).toEqual(['kind: Choose what this paper is']);
    expect(faultsOf({ kind: 'constructor' })).toHaveLength(1);
  });

  it('read an unknown verdict as none', () => {
    for (const verdict of ['', 'approve', 'ACCEPT', 'toString']) {
      expect(read({ verdict }).findings.verdict).toBe('undecided');
    }
    expect(read({ verdict: 'ask_again' }).findings.verdict).toBe('ask_again');
  });

  it('keep a note without the blanks around it, up to its limit', () => {
    expect(read({ note: '  two words \n' }).note).toBe('two words');
    expect(faultsOf({ note: 'x'.repeat(LONGEST_NOTE) })).toEqual([]);
    expect(faultsOf({ note: 'x'.repeat(LONGEST_NOTE + 1) })).toEqual([
      'note: Note must be 1000 characters or fewer',
    ]);
  });

  it('shows every fact somewhere: no kind asks for a fact without a mark', () => {
    for (const kind of PAPER_KIND_CODES) {
      const { facts } = paperKindTerms(kind);
      const mark = Object.fromEntries(facts.map((fact) => [fact, 'matches']));
      expect(Object.keys(read({ kind, mark }).findings.marks)).toEqual([...facts]);
    }
  });
});
