import { firstCatalogue } from '../../test/builders/first-wordings.js';
import type { FactMark, PaperFindings } from '../evidence/paper-check.rules.js';
import {
  PAPER_KIND_CODES,
  type PaperFact,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/london-date.js';
import { checkReasons } from './rejection-reasons.rules.js';
import { suggestReasons } from './suggest-reasons.rules.js';

const CATALOGUE = firstCatalogue();

/** A paper in order, but for the marks given. */
function findings(
  kind: PaperKind,
  marks: Partial<Record<PaperFact, FactMark>> = {},
  changes: Partial<PaperFindings> = {},
): PaperFindings {
  const facts = paperKindTerms(kind).facts;
  return {
    kind,
    receivedOn: localDate('2026-11-17'),
    verdict: 'ask_again',
    marks: Object.fromEntries(
      facts.map((fact) => [fact, { mark: marks[fact] ?? 'matches', why: null }]),
    ),
    datedOn: kind === 'blue_badge' ? localDate('2027-11-01') : localDate('2026-11-01'),
    termFromOn: localDate('2026-09-01'),
    termToOn: localDate('2027-08-31'),
    referenceLast4: '4321',
    ...changes,
  };
}

function suggested(paper: PaperFindings, permitTypeCode = 'resident'): string[] {
  const papers = [{ paperId: 'p1', findings: paper }];
  return suggestReasons({ permitTypeCode, papers, missing: [], catalogue: CATALOGUE }).map(
    ({ code }) => code,
  );
}

describe('reasons suggested from failed marks', () => {
  it.each<[PaperKind, Partial<Record<PaperFact, FactMark>>, string[]]>([
    ['tenancy_agreement', {}, []],
    ['tenancy_agreement', { signatures: 'does_not_match' }, ['tenancy_unsigned']],
    ['tenancy_agreement', { signatures: 'cannot_tell' }, ['tenancy_unsigned']],
    ['tenancy_agreement', { name: 'does_not_match' }, ['name_differs']],
    ['tenancy_agreement', { name: 'cannot_tell' }, ['tenancy_no_name']],
    ['tenancy_agreement', { address: 'cannot_tell' }, ['tenancy_no_address']],
    ['tenancy_agreement', { term: 'cannot_tell' }, ['tenancy_no_term']],
    ['tenancy_agreement', { term: 'does_not_match' }, ['tenancy_no_term']],
    ['utility_bill', { address: 'does_not_match' }, ['address_differs']],
    ['utility_bill', { name: 'cannot_tell', address: 'cannot_tell' }, ['unreadable']],
    ['utility_bill', { date: 'does_not_match' }, ['paper_too_old']],
    ['solicitor_letter', { date: 'does_not_match' }, ['date_not_shown']],
    ['v5c', { keeper_name: 'does_not_match' }, ['keeper_not_applicant']],
    ['v5c', { keeper_address: 'does_not_match' }, ['not_registered_at_address']],
    ['v5c', { registration: 'does_not_match' }, ['registration_differs']],
    ['v5c', { document_reference: 'does_not_match' }, ['v5c_superseded']],
    ['company_letter', { signatures: 'does_not_match' }, ['letter_unsigned']],
    ['proof_of_care', { date: 'does_not_match' }, ['proof_of_care_old']],
    ['blue_badge', { date: 'does_not_match' }, ['blue_badge_expired']],
    ['mobile_phone_bill', {}, ['mobile_phone_bill']],
    ['mobile_phone_bill', { name: 'does_not_match' }, ['mobile_phone_bill']],
  ])('%s with %j: %j', (kind, marks, codes) => {
    expect(suggested(findings(kind, marks))).toEqual(codes);
  });

  it('an unsigned tenancy fails with the signature reason only', () => {
    expect(suggested(findings('tenancy_agreement', { signatures: 'does_not_match' }))).toEqual([
      'tenancy_unsigned',
    ]);
  });

  it.each<[PaperKind, string, string]>([
    ['utility_bill', '2026-08-16', 'paper_too_old'],
    ['bank_statement', '2026-11-18', 'date_in_future'],
    ['blue_badge', '2026-11-16', 'blue_badge_expired'],
  ])('a %s dated %s gives only %s, however the date is marked', (kind, date, code) => {
    const dated = { datedOn: localDate(date) };
    for (const mark of ['matches', 'does_not_match', 'cannot_tell'] as const) {
      expect(suggested(findings(kind, { date: mark }, dated))).toEqual([code]);
    }
  });

  it('a bill dated exactly 3 months before it came is in time (R-EV-2)', () => {
    expect(suggested(findings('utility_bill', {}, { datedOn: localDate('2026-08-17') }))).toEqual(
      [],
    );
  });

  it('a tenancy that had ended says only so', () => {
    const over = { termToOn: localDate('2026-11-16') };
    expect(suggested(findings('tenancy_agreement', { term: 'does_not_match' }, over))).toEqual([
      'tenancy_over',
    ]);
  });

  it.each([
    ['2027-08-31', []],
    ['2027-09-01', ['wrong_permit_type']],
    [null, ['wrong_permit_type']],
  ])('a temporary permit for a tenancy to %s: %j (R-ELIG-2)', (end, codes) => {
    const term = { termToOn: end === null ? null : localDate(end) };
    const tenancy = findings('tenancy_agreement', {}, term);
    expect(suggested(tenancy, 'temporary_resident')).toEqual(codes);
    expect(suggested(tenancy, 'resident')).toEqual([]);
  });

  it('are none for a paper that is accepted or not needed, or not looked at yet', () => {
    const wrong = { name: 'does_not_match' } as const;
    expect(suggested(findings('utility_bill', wrong, { verdict: 'accept' }))).toEqual([]);
    expect(suggested(findings('utility_bill', wrong, { verdict: 'not_needed' }))).toEqual([]);
    expect(suggested(findings('v5c', {}, { marks: {}, referenceLast4: null }))).toEqual([]);
  });

  it('name the papers that never came', () => {
    const missing = ['vehicle', 'residency'] as const;
    const reasons = suggestReasons({
      ...{ permitTypeCode: 'resident', papers: [], missing, catalogue: CATALOGUE },
    });
    expect(reasons.map(({ code }) => code)).toEqual(['v5c_missing', 'address_proof_missing']);
  });

  it('keep two papers of one kind apart', () => {
    const paper = findings('utility_bill', { name: 'does_not_match' });
    const papers = ['p1', 'p2'].map((paperId) => ({ paperId, findings: paper }));
    const reasons = suggestReasons({
      ...{ permitTypeCode: 'resident', papers, missing: [], catalogue: CATALOGUE },
    });
    expect(reasons.map(({ paperId }) => paperId)).toEqual(['p1', 'p2']);
  });
});

it('whatever is marked, the suggestions are reasons an officer may give', () => {
  for (const kind of PAPER_KIND_CODES) {
    for (const fact of paperKindTerms(kind).facts) {
      for (const mark of ['does_not_match', 'cannot_tell'] as const) {
        const papers = [{ paperId: 'p1', findings: findings(kind, { [fact]: mark }) }];
        const reasons = suggestReasons({
          ...{ permitTypeCode: 'business', papers, missing: [], catalogue: CATALOGUE },
        });
        expect({ kind, fact, mark, ...checkReasons(CATALOGUE, reasons) }).toMatchObject({
          ok: true,
        });
      }
    }
  }
});
