import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { PAPER_VERDICTS, type PaperFindings } from '../evidence/paper-check.rules.js';
import {
  PAPER_FACTS,
  PAPER_KIND_CODES,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/local-date.js';
import { faultsOf, fieldId, mayReview, mayWrite, nextPosition } from './check-paper.rules.js';
import { isSameCheck, type WrittenCheck } from './same-check.rules.js';

describe('who may work on a case', () => {
  const held = { status: 'in_review', claimedBy: 'ada', version: 4 } as const;

  it('is the officer who holds it, and nobody else', () => {
    expect(mayReview(held, 'ada')).toEqual({ ok: true });
    expect(mayReview(held, 'grace')).toEqual({ ok: false, refusal: 'claimed_by_other' });
    expect(mayReview({ ...held, claimedBy: null }, 'ada')).toMatchObject({
      refusal: 'not_claimed',
    });
  });

  it.each(APPLICATION_STATUSES)('depends on the case being in review: %s', (status) => {
    const may = mayReview({ status, claimedBy: 'ada' }, 'ada');
    const expected = {
      in_review: undefined,
      submitted: 'not_claimed',
      awaiting_evidence: 'not_claimed',
      approved: 'decided',
      rejected: 'decided',
      withdrawn: 'decided',
    }[status];
    expect(may.ok ? undefined : may.refusal).toBe(expected);
  });

  it('writes only on the case as the form saw it', () => {
    expect(mayWrite(held, { staffId: 'ada', version: 4 })).toEqual({ ok: true });
    for (const version of [3, 5]) {
      expect(mayWrite(held, { staffId: 'ada', version })).toMatchObject({ refusal: 'stale' });
    }
    const other = mayWrite(held, { staffId: 'grace', version: 3 });
    expect(other).toMatchObject({ refusal: 'claimed_by_other' });
  });
});

function blank(kind: PaperFindings['kind'], verdict: PaperFindings['verdict']): PaperFindings {
  const receivedOn = localDate('2026-11-20');
  const nothing = { datedOn: null, termFromOn: null, termToOn: null, referenceLast4: null };
  return { kind, receivedOn, verdict, marks: {}, ...nothing };
}

describe('what is in the way of saving', () => {
  it.each(PAPER_KIND_CODES)('%s: nothing, unless it is to be accepted', (kind) => {
    for (const verdict of PAPER_VERDICTS.filter((code) => code !== 'accept')) {
      expect(faultsOf(blank(kind, verdict))).toEqual([]);
    }
    expect(faultsOf(blank(kind, 'accept')).length).toBeGreaterThan(0);
  });

  it('leads to the control where it is put right', () => {
    const fields = faultsOf(blank('v5c', 'accept')).map(({ field }) => fieldId(field));
    expect(fields).toEqual([
      'mark-document_reference',
      'documentReference',
      'mark-registration',
      'mark-keeper_name',
      'mark-keeper_address',
      'mark-date',
      'datedOn-day',
    ]);
    const tenancy = faultsOf(blank('tenancy_agreement', 'accept')).map(({ field }) =>
      fieldId(field),
    );
    expect(tenancy).toContain('termFrom-day');
    expect(fieldId('termTo', ['year'])).toBe('termTo-year');
  });

  it('tells how a paper out of time can be accepted all the same', () => {
    const findings = { ...blank('utility_bill', 'accept'), datedOn: localDate('2026-01-01') };
    const texts = faultsOf(findings).map(({ text }) => text);
    expect(texts.at(-1)).toContain('mark it as an acceptable variation and say why');
  });

  it('never lets a kind through that proves nothing', () => {
    const marks = Object.fromEntries(
      PAPER_FACTS.map((fact) => [fact, { mark: 'matches' as const, why: null }]),
    );
    const bill = {
      ...blank('mobile_phone_bill', 'accept'),
      marks,
      datedOn: localDate('2026-11-01'),
    };
    expect(faultsOf(bill).map(({ field }) => field)).toEqual(['verdict']);
    expect(paperKindTerms('mobile_phone_bill').canSatisfy).toBe(false);
  });
});

describe('the next paper', () => {
  const line = (...verdicts: (PaperFindings['verdict'] | null)[]) =>
    verdicts.map((verdict, index) => ({ position: index + 1, verdict }));

  it('is the next open one, then the first open one, then none', () => {
    expect(nextPosition(line('accept', null, 'undecided'), 1)).toBe(2);
    expect(nextPosition(line(null, 'accept', 'ask_again'), 2)).toBe(1);
    expect(nextPosition(line('undecided', 'accept'), 1)).toBe(1);
    expect(nextPosition(line('accept', 'not_needed', 'ask_again'), 1)).toBeNull();
    expect(nextPosition([], 1)).toBeNull();
  });

  it('does not depend on the order in which papers are listed', () => {
    expect(nextPosition(line(null, 'accept', null, null).reverse(), 2)).toBe(3);
  });
});

describe('the same check again', () => {
  const check: WrittenCheck = {
    ...{ verdict: 'accept', datedOn: localDate('2026-11-02'), termFromOn: null, termToOn: null },
    marks: { name: { mark: 'acceptable_variation', why: 'maiden name' } },
    ...{ referenceLast4: null, note: null, checkedBy: 'ada' },
  };

  it('is one with nothing different', () => {
    expect(isSameCheck(check, { ...check, marks: { ...check.marks } })).toBe(true);
    expect(isSameCheck(null, check)).toBe(false);
  });

  it.each<[string, Partial<WrittenCheck>]>([
    ['verdict', { verdict: 'ask_again' }],
    ['date', { datedOn: localDate('2026-11-03') }],
    ['note', { note: 'x' }],
    ['officer', { checkedBy: 'grace' }],
    ['reference', { referenceLast4: '1234' }],
    ['mark', { marks: { name: { mark: 'matches', why: null } } }],
    ['reason', { marks: { name: { mark: 'acceptable_variation', why: 'other' } } }],
    ['one mark more', { marks: { ...check.marks, date: { mark: 'matches', why: null } } }],
    ['no mark', { marks: {} }],
  ])('is not one with another %s', (_what, changes) => {
    expect(isSameCheck(check, { ...check, ...changes })).toBe(false);
    expect(isSameCheck({ ...check, ...changes }, check)).toBe(false);
  });
});
