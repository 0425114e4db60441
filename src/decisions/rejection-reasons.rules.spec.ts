import { FIRST_REASON_CODES, firstCatalogue } from '../../test/builders/first-wordings.js';
import { readingLevel } from '../../test/support/reading-level.js';
import { EVIDENCE_NEEDS } from '../permit-types/evidence-needs.rules.js';
import { PAPER_KIND_CODES, type PaperKind } from '../permit-types/paper-kinds.rules.js';
import { PERMIT_TYPE_CODES } from '../permit-types/permit-type.rules.js';
import { localDate } from '../shared/london-date.js';
import { type ReasonCatalogue, reasonLabel } from './reason-catalogue.rules.js';
import type { ReasonFacts } from './reason-terms.rules.js';
import {
  checkReasons,
  type ChosenReason,
  describeReason,
  isReasonCode,
  MOST_REASON_WORDS,
  REASON_REFUSAL_WORDS,
  type ReasonCode,
  reasonsFor,
  reasonTerms,
  requestableReasons,
} from './rejection-reasons.rules.js';
import { MISSING_PAPER_REASONS } from './suggest-reasons.rules.js';

const CATALOGUE = firstCatalogue();
const FULL: ReasonFacts = {
  permitTypeCode: 'resident',
  permitTypeName: 'Resident',
  zoneName: 'Z3',
  capCount: 2,
  registration: 'AB12 CDE',
  paperKind: null,
  datedOn: localDate('2026-08-12'),
  termToOn: localDate('2026-10-31'),
  receivedOn: localDate('2026-11-17'),
  sendByOn: localDate('2026-11-20'),
};
const OPTIONAL = ['zoneName', 'capCount', 'registration', 'datedOn', 'termToOn'] as const;

/** Every combination of the optional facts being there or not. */
function everyLack(facts: ReasonFacts): ReasonFacts[] {
  return OPTIONAL.reduce<ReasonFacts[]>(
    (all, name) => all.flatMap((one) => [one, { ...one, [name]: null }]),
    [facts],
  );
}

function chosen(code: ReasonCode, paperKind: PaperKind | null, words: string | null = null) {
  return { code, paperKind, paperId: null, words } satisfies ChosenReason;
}

/** The papers a reason can be said of. */
function kindsOf(code: ReasonCode): readonly (PaperKind | null)[] {
  const { appliesTo, paperKinds } = reasonTerms(CATALOGUE, code);
  return appliesTo === 'application' ? [null] : (paperKinds ?? PAPER_KIND_CODES);
}

describe.each(FIRST_REASON_CODES)('the reason %s', (code) => {
  const terms = reasonTerms(CATALOGUE, code);

  it('has a label, a money effect, and papers it can be said of', () => {
    expect(terms.label).toMatch(/^[A-Z]/);
    expect(terms.moneyEffect).toBe('release');
    expect(kindsOf(code).length).toBeGreaterThan(0);
    // Only what a paper can mend is asked for again.
    if (terms.appliesTo === 'paper') expect(terms.canAskAgain).toBe(true);
  });

  it('says what is wrong and what to send, whatever is not known (U7.3)', () => {
    for (const kind of kindsOf(code)) {
      for (const permitTypeCode of PERMIT_TYPE_CODES) {
        for (const facts of everyLack({ ...FULL, permitTypeCode })) {
          const { words, bring } = describeReason(CATALOGUE, chosen(code, kind), facts);
          for (const text of [words, bring]) {
            expect(text).toMatch(/^[A-Z].*\.$/);
            expect(text).not.toMatch(/undefined|null|NaN|\{\{|\(\)| {2}|\s[.,]|\.\.|_/);
          }
        }
      }
    }
  });

  it('is easy to read, unless an officer writes it (U6.6)', () => {
    if (terms.needsWords) return;
    for (const kind of kindsOf(code)) {
      const { words, bring } = describeReason(CATALOGUE, chosen(code, kind), FULL);
      const level = readingLevel(`${words}\n${bring}`);
      expect(level.longestSentence.split(' ').length).toBeLessThanOrEqual(25);
      expect({ ...level, grade: Math.min(level.grade, 9) }).toEqual(level);
    }
  });
});

describe('the words of a reason', () => {
  it('name the paper, its date, the rule and the date that would do', () => {
    const reason = describeReason(CATALOGUE, chosen('paper_too_old', 'utility_bill'), FULL);
    expect(reason.words).toBe(
      'Your utility bill is dated 12 August 2026. We received it on 17 November 2026. It must be no more than 3 months old on the day we receive it.',
    );
    expect(reason.bring).toBe('Send a utility bill dated on or after 20 August 2026.');
  });

  it('count from the end of a month as the calendar does (R-EV-2)', () => {
    const facts = { ...FULL, sendByOn: localDate('2027-05-31') };
    const { bring } = describeReason(CATALOGUE, chosen('paper_too_old', 'bank_statement'), facts);
    expect(bring).toBe('Send a bank statement dated on or after 28 February 2027.');
  });

  it('are the officer’s own where the catalogue has none', () => {
    const own = describeReason(CATALOGUE, chosen('other', null, '  The plan shows no bay. '), FULL);
    expect(own).toMatchObject({ words: 'The plan shows no bay.', isOwnWords: true });
    const listed = describeReason(CATALOGUE, chosen('unreadable', 'v5c', 'not used'), FULL);
    expect(listed.words).not.toContain('not used');
    expect(listed.isOwnWords).toBe(false);
  });

  it('tell who chose the wrong type which one is right (R-ELIG-2)', () => {
    const wrong = chosen('wrong_permit_type', null);
    const temporary = { ...FULL, permitTypeCode: 'temporary_resident' };
    expect(describeReason(CATALOGUE, wrong, temporary).bring).toMatch(
      /^Apply for a resident permit instead/,
    );
    expect(describeReason(CATALOGUE, wrong, FULL).bring).toMatch(
      /^Apply for a temporary resident permit/,
    );
  });
});

describe('what an officer chose', () => {
  it.each([
    ['no_reason', []],
    ['paper_missing', [chosen('unreadable', null)]],
    ['not_for_this_paper', [chosen('tenancy_unsigned', 'utility_bill')]],
    ['not_for_this_paper', [chosen('duplicate', 'v5c')]],
    ['words_missing', [chosen('other', null, '   ')]],
    ['words_missing', [chosen('other', null)]],
    ['words_too_long', [chosen('other', null, 'a'.repeat(MOST_REASON_WORDS + 1))]],
    ['reason_twice', [chosen('unreadable', 'v5c'), chosen('unreadable', 'v5c')]],
  ] as const)('is refused: %s', (refusal, reasons) => {
    expect(checkReasons(CATALOGUE, reasons)).toMatchObject({ ok: false, refusal });
    expect(REASON_REFUSAL_WORDS[refusal]).toMatch(/^[A-Z].*[a-z]$/);
  });

  it('says which reason is at fault', () => {
    const reasons = [chosen('duplicate', null), chosen('other', null, '')];
    expect(checkReasons(CATALOGUE, reasons)).toMatchObject({ refusal: 'words_missing', at: 1 });
  });

  it('may be the same reason for two papers, and words of the longest length', () => {
    const reasons = [
      chosen('unreadable', 'v5c'),
      chosen('unreadable', 'utility_bill'),
      { ...chosen('paper_too_old', 'utility_bill'), paperId: 'one' },
      { ...chosen('paper_too_old', 'utility_bill'), paperId: 'two' },
      chosen('other', null, 'a'.repeat(MOST_REASON_WORDS)),
    ];
    expect(checkReasons(CATALOGUE, reasons)).toEqual({ ok: true, reasons });
  });
});

describe('the lists to choose from', () => {
  it.each(PAPER_KIND_CODES)('have something to ask of %s', (kind) => {
    expect(requestableReasons(CATALOGUE, kind)).toEqual(
      expect.arrayContaining(['unreadable', 'paper_other']),
    );
    for (const code of requestableReasons(CATALOGUE, kind)) expect(kindsOf(code)).toContain(kind);
  });

  it('offer for no paper only the papers that never came', () => {
    expect([...requestableReasons(CATALOGUE, null)].sort()).toEqual(
      Object.values(MISSING_PAPER_REASONS).sort(),
    );
    expect(Object.keys(MISSING_PAPER_REASONS).sort()).toEqual([...EVIDENCE_NEEDS].sort());
  });

  it('hold every reason at least once', () => {
    const offered = new Set(
      [null, ...PAPER_KIND_CODES].flatMap((kind) => reasonsFor(CATALOGUE, kind)),
    );
    expect([...offered].sort()).toEqual([...FIRST_REASON_CODES].sort());
    expect(isReasonCode(CATALOGUE, 'toString')).toBe(false);
    expect(isReasonCode(CATALOGUE, 'duplicate')).toBe(true);
  });
});

describe('a retired reason', () => {
  const retired = (on: string): ReasonCatalogue => {
    const catalogue = firstCatalogue(localDate(on));
    const terms = {
      ...reasonTerms(catalogue, 'unreadable'),
      retiredFromOn: localDate('2026-12-01'),
    };
    return { ...catalogue, reasons: new Map([...catalogue.reasons, ['unreadable', terms]]) };
  };

  it('is offered to the last day before, and then no more', () => {
    expect(reasonsFor(retired('2026-11-30'), 'v5c')).toContain('unreadable');
    expect(reasonsFor(retired('2026-12-01'), 'v5c')).not.toContain('unreadable');
    const given = [chosen('unreadable', 'v5c')];
    expect(checkReasons(retired('2026-11-30'), given)).toMatchObject({ ok: true });
    expect(checkReasons(retired('2026-12-01'), given)).toMatchObject({ refusal: 'not_offered' });
  });

  it('still names old decisions', () => {
    expect(reasonLabel(retired('2027-01-01'), 'unreadable')).toBe('Cannot be read');
    expect(reasonLabel(retired('2027-01-01'), 'never_known')).toBe('never_known');
  });

  it('is offered only for the permit types it is meant for', () => {
    const catalogue = { ...firstCatalogue(), permitTypeCode: 'business' };
    const only = { ...reasonTerms(catalogue, 'duplicate'), permitTypes: ['resident'] };
    const limited = { ...catalogue, reasons: new Map([...catalogue.reasons, ['duplicate', only]]) };
    expect(reasonsFor(limited, null)).not.toContain('duplicate');
    expect(reasonsFor({ ...limited, permitTypeCode: 'resident' }, null)).toContain('duplicate');
  });
});
