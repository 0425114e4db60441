import { PAPER_FACTS, PAPER_KIND_CODES } from '../permit-types/paper-kinds.rules.js';
import { KEEPER_KINDS } from '../permit-types/permit-type.rules.js';
import { localDate } from '../shared/local-date.js';
import { declaredFact, type Declared } from './declared-facts.rules.js';
import {
  acceptableDates,
  freshnessExplained,
  termExplained,
  typedFrom,
} from './shown-check.rules.js';
import { readTypedCheck } from './typed-check.rules.js';
import { typedWords } from './typed-words.rules.js';
import { readWholeNumber } from './whole-number.rules.js';

const receivedOn = localDate('2026-11-20');
const findings = {
  kind: 'tenancy_agreement',
  receivedOn,
  verdict: 'accept',
  marks: { name: { mark: 'acceptable_variation', why: 'initials' } },
  datedOn: null,
  termFromOn: localDate('2026-09-01'),
  termToOn: localDate('2027-08-31'),
  referenceLast4: null,
} as const;

describe('a stored check in the form', () => {
  it('reads back as what was stored', () => {
    const typed = typedFrom('tenancy_agreement', findings, 'A note');
    const known = { kind: 'tenancy_agreement', receivedOn, referenceLast4: null } as const;
    expect(readTypedCheck(typed, known)).toEqual({ findings, note: 'A note', faults: [] });
    expect(typed.termFrom).toEqual({ day: '1', month: '9', year: '2026' });
  });

  it('never shows the whole reference again (R-V5C-6)', () => {
    const v5c = { ...findings, kind: 'v5c', referenceLast4: '4321' } as const;
    expect(typedFrom('v5c', v5c, null).documentReference).toBe('');
  });
});

describe('the acceptable dates, before anything is typed', () => {
  it('name the first day that would do (R-EV-2)', () => {
    expect(acceptableDates('utility_bill', receivedOn)).toBe(
      'Received 20 November 2026: dated on or after 20 August 2026 would do.',
    );
    expect(acceptableDates('v5c', receivedOn)).toContain('has no age limit');
    expect(acceptableDates('blue_badge', receivedOn)).toContain('must not have expired');
  });
});

describe('what was found, explained', () => {
  it('says nothing before a date is known', () => {
    expect(freshnessExplained({ ...findings, kind: 'utility_bill' })).toBeNull();
    expect(termExplained({ ...findings, termFromOn: null }, 'resident')).toBeNull();
  });

  it.each([
    ['2026-08-20', true],
    ['2026-08-19', false],
    ['2026-11-21', false],
  ])('a bill dated %s is good: %s', (date, isGood) => {
    const bill = { ...findings, kind: 'utility_bill', datedOn: localDate(date) } as const;
    expect(freshnessExplained(bill)?.isGood).toBe(isGood);
  });

  it.each([
    [['2026-09-01', '2027-08-31'], 'temporary_resident', true, 'to 31 August 2027.'],
    [['2026-09-01', '2027-09-30'], 'temporary_resident', false, 'longer than 12 months'],
    [['2026-09-01', '2027-09-30'], 'resident', true, 'to 30 September 2027.'],
    [['2026-09-01', null], 'temporary_resident', false, 'no end date'],
    [['2026-09-01', null], 'resident', true, 'with no end.'],
    [['2025-09-01', '2026-11-19'], 'resident', false, 'had ended when it came'],
    [['2026-12-01', '2027-11-30'], 'resident', false, 'had not started when it came'],
  ] as const)('a tenancy of %p for %s is good: %s', ([from, to], permitType, isGood, words) => {
    const termToOn = to === null ? null : localDate(to);
    const term = { ...findings, termFromOn: localDate(from), termToOn };
    const explained = termExplained(term, permitType);
    expect(explained?.isGood).toBe(isGood);
    expect(explained?.words).toContain(words);
  });
});

describe('what was declared', () => {
  const declared: Declared = {
    registered: null,
    applicantName: 'Priya Example',
    address: '14 Invented Street, Loughborough, LE11 5ZZ',
    registration: 'AB12CDE',
    declaredMake: 'Ford',
    declaredColour: 'Blue',
    keeperName: 'Example Leasing Ltd',
    keeperKind: 'lease_hire',
    startOn: localDate('2026-12-01'),
    durationMonths: 1,
  };

  it('has a line for every fact of every kind', () => {
    for (const kind of PAPER_KIND_CODES) {
      for (const fact of PAPER_FACTS) expect(declaredFact(fact, kind, declared)).not.toBe('');
    }
    expect(declaredFact('registration', 'v5c', declared)).toBe('AB12 CDE (Ford, Blue)');
    expect(declaredFact('keeper_name', 'v5c', declared)).toBe(
      'Example Leasing Ltd (leased or hired)',
    );
    expect(declaredFact('term', 'tenancy_agreement', declared)).toBe(
      'Permit asked for from 1 December 2026, for 1 month',
    );
    expect(declaredFact('document_reference', 'new_keeper_slip', declared)).toContain('12 digits');
  });

  it('says so when something was not declared', () => {
    const little = { ...declared, registration: null, declaredMake: null, keeperName: null };
    expect(declaredFact('registration', 'v5c', little)).toBe('No registration declared');
    expect(declaredFact('keeper_name', 'v5c', { ...little, keeperKind: null })).toBe(
      'No keeper declared',
    );
    const plain = { ...declared, declaredMake: null, declaredColour: '' };
    expect(declaredFact('registration', 'v5c', plain)).toBe('AB12 CDE');
  });

  it('names every kind of keeper', () => {
    for (const keeperKind of KEEPER_KINDS) {
      expect(declaredFact('keeper_name', 'v5c', { ...declared, keeperKind })).toMatch(/\(.+\)$/);
    }
  });
});

describe('what is given back when a save is refused', () => {
  it('is everything that was ticked or typed, in words', () => {
    const typed = {
      ...typedFrom('tenancy_agreement', findings, 'My note'),
      documentReference: '1',
    };
    const words = typedWords(typed).filter(({ text }) => text !== '');
    expect(words).toEqual([
      { label: 'Name', text: 'Acceptable variation: initials' },
      { label: 'First day of the tenancy', text: '1 9 2026' },
      { label: 'Last day of the tenancy', text: '31 8 2027' },
      { label: 'Document reference', text: '1' },
      { label: 'This paper', text: 'Accept this paper' },
      { label: 'Note for colleagues', text: 'My note' },
    ]);
  });
});

describe('a place in an address', () => {
  it.each([
    ['1', 1],
    ['9999', 9999],
    ['0', 0],
    ['01', 0],
    ['-1', 0],
    ['1.5', 0],
    ['1e3', 0],
    ['10000', 0],
    [' 1', 0],
    ['', 0],
    ['١', 0],
  ])('%p is %d', (text, number) => {
    expect(readWholeNumber(text)).toBe(number);
  });
});
